"""Our statistics beside those of pandas, bottleneck, numpy, scipy and statsmodels, in turns on one series.

    python3 benchmarks/peers.py java -cp CLASSPATH io.github.macroregime.benchmarks.PeerRows

CLASSPATH as in benchmarks/README.md. What is not installed is named and left out. Before anything is timed the numbers are
compared; a row that differs stops the run. Times are of the thread, the least of several calls; each round asks every
candidate once, ratios are formed inside a round and their middle is shown.
"""

import importlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

POINTS = 20_000
WINDOWS = (60, 252, 1260)
ROUNDS = 3
SECONDS = 0.1


def library(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"skipped: {name} is not installed", file=sys.stderr)
        return None


pandas = library("pandas")
bottleneck = library("bottleneck")
scipy = library("scipy")
stattools = library("statsmodels.tsa.stattools")
statsmodels = sys.modules.get("statsmodels")


def rows(x, y):
    """(name, window, peers by name); a window of the tests and the autocorrelations is what they take of the series."""
    for w in WINDOWS:
        if pandas:
            sx, sy = pandas.Series(x), pandas.Series(y)
            r = sx.rolling(w)
        of_pandas = lambda f: {"pandas": f} if pandas else {}
        of_bottleneck = lambda f: {"bottleneck": f} if bottleneck else {}
        yield "mean", w, {
            **of_pandas(lambda r=r: r.mean()),
            **of_bottleneck(lambda w=w: bottleneck.move_mean(x, w)),
        }
        yield "deviation", w, {
            **of_pandas(lambda r=r: r.std()),
            **of_bottleneck(lambda w=w: bottleneck.move_std(x, w, ddof=1)),
        }
        yield "max", w, {
            **of_pandas(lambda r=r: r.max()),
            **of_bottleneck(lambda w=w: bottleneck.move_max(x, w)),
        }
        yield "median", w, {
            **of_pandas(lambda r=r: r.median()),
            **of_bottleneck(lambda w=w: bottleneck.move_median(x, w)),
        }
        yield "quantile", w, of_pandas(lambda r=r: r.quantile(0.9))
        yield "rank", w, of_pandas(lambda r=r: r.rank(pct=True))
        yield "skewness", w, of_pandas(lambda r=r: r.skew())
        yield "kurtosis", w, of_pandas(lambda r=r: r.kurt())
        yield "correlation", w, of_pandas(lambda r=r, sx=sx, sy=sy: r.corr(sy))
        yield "ewma", w, of_pandas(lambda w=w, sx=sx: sx.ewm(span=w).mean())
        yield "autocorrelation", w, (
            {"statsmodels": lambda w=w: stattools.acf(x, nlags=w, fft=True)} if statsmodels else {}
        )
        yield "adf", w, (
            {"statsmodels": lambda w=w: [stattools.adfuller(x[:w], maxlag=4, autolag=None)[0]]} if statsmodels else {}
        )
        yield "kpss", w, ({"statsmodels": lambda w=w: [stattools.kpss(x[:w], nlags=8)[0]]} if statsmodels else {})
    yield "expanding-median", 1, of_pandas(lambda: pandas.Series(x).expanding(1).median())
    yield "expanding-deviation", 1, of_pandas(lambda: pandas.Series(x).expanding(2).std())


def least(call):
    best, spent, calls = float("inf"), 0.0, 0
    while calls < 3 or spent < SECONDS:
        before = time.thread_time_ns()
        call()
        took = time.thread_time_ns() - before
        best, spent, calls = min(best, took), spent + took / 1e9, calls + 1
    return best


class Ours:
    def __init__(self, command, folder):
        self.folder = folder
        self.process = subprocess.Popen([*command, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def least(self, row, window):
        self.process.stdin.write(f"{row} {window}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"no answer for {row} {window}")
        return int(answer)

    def numbers(self):
        return np.fromfile(self.folder / "out.bin")


def versions():
    known = {"python": platform.python_version(), "numpy": np.__version__}
    for module in (pandas, bottleneck, scipy, statsmodels):
        if module:
            known[module.__name__] = module.__version__
    return ", ".join(f"{name} {version}" for name, version in known.items())


def main(command):
    # After the imports, of which one sets filters of its own.
    warnings.simplefilter("ignore")
    random = np.random.default_rng(22)
    x = 4000 + np.cumsum(random.normal(size=POINTS))
    y = 0.5 * x + np.cumsum(random.normal(size=POINTS))
    print(f"{POINTS} points, {ROUNDS} rounds; {versions()}\n")
    print("| row | window | ours, ns per point | peers, times slower than ours |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        x.tofile(folder / "x.bin")
        y.tofile(folder / "y.bin")
        ours = Ours(command, folder)
        for row, window, peers in rows(x, y):
            if not peers:
                continue
            points = window if row in ("adf", "kpss") else POINTS
            times, ratios = [], {peer: [] for peer in peers}
            for turn in range(ROUNDS):
                own = ours.least(row, window)
                times.append(own / points)
                for peer, call in peers.items():
                    if turn == 0 and not np.allclose(
                        np.asarray(call(), dtype=float), ours.numbers(), rtol=1e-6, atol=1e-6, equal_nan=True
                    ):
                        sys.exit(f"{row} {window}: {peer} has other numbers")
                    ratios[peer].append(least(call) / own)
            shown = " · ".join(f"{peer} {statistics.median(of):.2f}" for peer, of in ratios.items())
            print(f"| {row} | {window} | {statistics.median(times):.2f} | {shown} |", flush=True)
        ours.process.stdin.close()
        ours.process.wait()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
