import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The least that Spark can be asked to do with the same rows: read the export, add up amounts by year and region, write
 * them to Parquet. The yardstick of compare.sh: what Kirchberg does beyond it is what its time over it pays for.
 */
final class BareJob {
    private BareJob() {}

    public static void main(String[] args) {
        var csv = args[0];
        var parquet = args[1];
        var spark = SparkSession.builder()
                .appName("bare")
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .getOrCreate();
        var schema = new StructType()
                .add("name", "string")
                .add("region", "string")
                .add("country", "string")
                .add("sector", "string")
                .add("signed_on", "string")
                .add("amount", "string")
                .add("description", "string");
        spark.read()
                .option("header", "true")
                .option("escape", "\"")
                .schema(schema)
                .csv(csv)
                .withColumn("signature_year", year(try_to_date(col("signed_on"), "dd/MM/yyyy")))
                .where(col("signature_year").isNotNull())
                .withColumn("amount_eur", regexp_replace(col("amount"), "[^0-9.]", "").cast("decimal(18,2)"))
                .groupBy("signature_year", "region")
                .agg(sum("amount_eur").as("amount_eur"))
                .write()
                .parquet(parquet);
        spark.stop();
    }
}
