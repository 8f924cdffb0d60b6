package kirchberg.read.received;

import kirchberg.domain.source.ControlTotals;

/** Reads the files of one source, in their order, into a delivery. */
public interface SourceReader {
    /**
     * Delivers the records of one file.
     *
     * @throws kirchberg.domain.Stop with exit 3 if the file is not what it is declared to be, or is broken as a whole
     */
    void read(SourceBytes bytes);

    /**
     * What was counted over all files, once control figures were compared.
     *
     * @throws kirchberg.domain.Stop CONTROL_FIGURE if a source that says it is complete does not match its own figures
     */
    ControlTotals confirm();
}
