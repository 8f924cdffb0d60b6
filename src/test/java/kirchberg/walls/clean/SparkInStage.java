package kirchberg.walls.clean;

import java.util.function.ToLongFunction;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Breaks rules on purpose: one method, one rule. */
public final class SparkInStage {
    public static Dataset<Row> javaFunction(Dataset<Row> rows) {
        return rows.filter((FilterFunction<Row>) Row::anyNull);
    }

    public static Dataset<Row> scalaFunction(Dataset<Row> rows, scala.Function1<Row, Object> keep) {
        return rows.filter(keep);
    }

    public static boolean internals(Object plan) {
        return plan instanceof org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
    }

    public static boolean execution(Object execution) {
        return execution instanceof org.apache.spark.sql.execution.QueryExecution;
    }

    public static int rdd(Dataset<Row> rows) {
        return rows.javaRDD().getNumPartitions();
    }

    public static String context(SparkSession spark) {
        return spark.sparkContext().master();
    }

    public static SparkSession open() {
        return SparkSession.builder().getOrCreate();
    }

    public static void close(SparkSession spark) {
        spark.stop();
    }

    public static long action(Dataset<Row> rows) {
        return rows.count();
    }

    public static ToLongFunction<Dataset<Row>> actionByReference() {
        return Dataset::count;
    }

    public static Dataset<Row> hiddenAction(Dataset<Row> rows) {
        return rows.groupBy("a").pivot("b").sum("c");
    }

    public static Dataset<Row> sqlSession(SparkSession spark) {
        return spark.sql("SELECT 1");
    }

    public static Column sqlExpression() {
        return functions.expr("1");
    }

    public static Dataset<Row> sqlFilter(Dataset<Row> rows) {
        return rows.filter("a = 1");
    }
}
