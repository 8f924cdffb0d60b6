package kirchberg.domain.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.Institution;

/**
 * A source folder: one vintage of one data set, bytes as received.
 *
 * @param id {@code publisher/vintage}: the last two names of the folder's path
 * @param encoding of a CSV file; the other formats say theirs themselves
 * @param institution whose rows these are; GROUP if each row says so itself
 * @param currency ISO 4217 code of the amounts
 * @param published date of the vintage
 * @param accessed date on which the bytes were fetched; no signature can be later than the day after
 * @param synthetic true if the rows were made up
 */
public record Source(
        String id,
        Path folder,
        String publisher,
        String dataset,
        SourceFormat format,
        Charset encoding,
        Institution institution,
        String currency,
        LocalDate published,
        LocalDate accessed,
        String licence,
        String url,
        boolean synthetic,
        List<SourceFile> files,
        Coverage coverage) {

    public Source {
        files = List.copyOf(files);
    }

    /** The same source with another scope. */
    public Source covering(Coverage other) {
        return new Source(
                id,
                folder,
                publisher,
                dataset,
                format,
                encoding,
                institution,
                currency,
                published,
                accessed,
                licence,
                url,
                synthetic,
                files,
                other);
    }

    /** The same source in another folder, whose last two names are its id. */
    public Source movedTo(Path other) {
        var path = other.toAbsolutePath().normalize();
        var count = path.getNameCount();
        var name = path.subpath(Math.max(0, count - 2), count).toString().replace('\\', '/');
        return new Source(
                name,
                other,
                publisher,
                dataset,
                format,
                encoding,
                institution,
                currency,
                published,
                accessed,
                licence,
                url,
                synthetic,
                files,
                coverage);
    }
}
