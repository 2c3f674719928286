(function () {
  "use strict";
  const up = "#2f7d4f", down = "#b3412f", line = "#1f5fa8";
  function dataset(chart) {
    if (chart.form === "BARS") {
      return { data: chart.values, backgroundColor: chart.values.map(function (v) { return v < 0 ? down : up; }) };
    }
    return { data: chart.values, borderColor: line, borderWidth: 1.5, pointRadius: chart.values.length > 40 ? 0 : 2, stepped: chart.form === "STEPS" ? "before" : false, fill: false };
  }
  const ranges = {
    id: "ranges",
    beforeDatasetsDraw: function (chart, _args, options) {
      const area = chart.chartArea, y = chart.scales.y, context = chart.ctx;
      (options.bands || []).forEach(function (band) {
        const top = Math.max(area.top, Math.min(area.bottom, y.getPixelForValue(band.to)));
        const bottom = Math.max(area.top, Math.min(area.bottom, y.getPixelForValue(band.from)));
        context.save();
        context.fillStyle = band.colour;
        context.fillRect(area.left, top, area.right - area.left, bottom - top);
        context.fillStyle = "#5c6878";
        context.font = "11px system-ui, sans-serif";
        if (bottom - top > 14) { context.fillText(band.name, area.left + 6, top + 13); }
        context.restore();
      });
    }
  };
  JSON.parse(document.getElementById("charts").textContent).drawings.forEach(function (drawing) {
    const canvas = document.getElementById(drawing.canvas), chart = drawing.chart;
    canvas.closest("figure").hidden = false;
    new Chart(canvas, {
      type: chart.form === "BARS" ? "bar" : "line",
      data: { labels: chart.labels, datasets: [dataset(chart)] },
      options: {
        indexAxis: chart.form === "BARS" ? "y" : "x",
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        plugins: { legend: { display: false }, ranges: { bands: chart.bands } },
        scales: { x: { ticks: { maxRotation: 0, autoSkip: true } } }
      },
      plugins: [ranges]
    });
  });
})();
