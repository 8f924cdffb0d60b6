package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.judgement.Samples;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ClaimRowsTest {
    private static final List<Field> ADDED = List.of(Claims.OF_PLACE, Claims.AGAINST, Claims.GRADE, Claims.NOTE);

    @Test
    void a_claim_of_a_release_that_lacks_the_newer_columns_is_printed_and_has_no_note() {
        var claim = Samples.claim(Measure.AMOUNT, Hedge.NEARLY, Figure.parse("89 bn EUR"));
        var row = Checking.claimRows(List.of(claim)).get(0);
        var values = new Object[row.length()];
        for (var field : Claims.TABLE.fields()) {
            var index = Claims.TABLE.index(field);
            values[index] = ADDED.contains(field) ? null : row.get(index);
        }
        var read = Checking.claims(List.of(RowFactory.create(values))).get(0);
        assertThat(read).isEqualTo(claim);
        assertThat(read.grade()).isEqualTo(Grade.PRINTED);
        assertThat(read.note()).isEmpty();
    }
}
