package kirchberg.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kirchberg.classify.Classification;
import kirchberg.clean.Cleaning;
import kirchberg.config.Configuration;
import kirchberg.domain.judgement.proof.Financing;
import kirchberg.domain.judgement.proof.Reference;
import kirchberg.domain.source.Coverage;
import kirchberg.read.Reading;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;

/** The committed sample as it is published, collected once. */
final class ClassifiedSample {
    static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);
    static final List<Row> ROWS;
    static final List<Financing> FINANCINGS;
    static final List<Coverage> COVERAGES;
    static final Map<String, Long> COUNTS;

    static {
        var source = Configuration.source(Path.of("data/sample"));
        var raw = new ArrayList<Row>();
        Reading.records(source, raw::add);
        var references = Reading.reference(LocalSpark.session(), Path.of("data/reference"));
        ROWS = Classification.classify(Cleaning.financings(LocalSpark.rows(Financings.RAW, raw)), references)
                .transform(Financings.TABLE::select)
                .collectAsList();
        FINANCINGS = FinancingRows.financings(ROWS);
        COVERAGES = List.of(source.coverage());
        COUNTS = references.counts();
    }

    private ClassifiedSample() {}

    static Reference reference(List<Financing> rows) {
        return new Reference(rows, COVERAGES, COUNTS, AS_OF);
    }
}
