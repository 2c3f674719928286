package io.github.macroregime.spark;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Mutable: what is said of one asset at each of its dates, from its values up to there. */
interface AssetState {

    /** The columns of the date of this value, NaN if it is missing. */
    @Nullable
    Object[] push(double value);

    /** Starts the state of an asset, on any machine. */
    interface Start extends Serializable {

        AssetState start();
    }

    /** One row for each date, made when it is asked for. */
    static Iterator<Row> over(DatedValues values, AssetState state) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public Row next() {
                values.next();
                return ResultColumns.row(values.asset(), values.day(), values.pushedTo(state::push));
            }
        };
    }
}
