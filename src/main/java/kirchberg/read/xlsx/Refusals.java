package kirchberg.read.xlsx;

import java.io.IOException;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;

/** Why a workbook is refused as a whole, and what to do about it. */
final class Refusals {
    private static final String FETCH_AGAIN =
            "fetch the file again, or open it in a spreadsheet program and save it once more";

    private Refusals() {}

    static Stop unsafe(String name, String why) {
        return refused(Refusal.UNSAFE_ZIP, name, why + ", so that two programs may see two files in it", FETCH_AGAIN);
    }

    static Stop truncated(String name, String why) {
        return refused(Refusal.TRUNCATED, name, why, FETCH_AGAIN);
    }

    static Stop notAWorkbook(String name, String why) {
        return refused(Refusal.NOT_THIS_FORMAT, name, why, FETCH_AGAIN);
    }

    static Stop otherZip(String name, String why) {
        return refused(
                Refusal.NOT_THIS_FORMAT,
                name,
                why,
                "unpack it, and put the list that is in it in its place, or fetch the file again");
    }

    static Stop locked(String name) {
        return refused(
                Refusal.NOT_THIS_FORMAT,
                name,
                "the workbook is encrypted",
                "open it with its password, and save it without one or as CSV");
    }

    static Stop unsafeXml(String name) {
        return refused(
                Refusal.UNSAFE_XML,
                name,
                "got a document type or an entity of its own, expected plain XML without either",
                "do not use this file; fetch it again from its publisher");
    }

    static Stop encoding(String name) {
        return refused(Refusal.ENCODING, name, "the bytes are not UTF-8, expected UTF-8", FETCH_AGAIN);
    }

    static Stop bomb(String name, long most) {
        return refused(
                Refusal.UNSAFE_ZIP,
                name,
                "the parts are too large, got more than " + most + " unpacked bytes, expected at most " + most,
                "do not use this file; fetch it again from its publisher");
    }

    static Stop limit(String name, String what, long most) {
        return refused(
                Refusal.LIMIT,
                name,
                "got " + what + ", expected at most " + most,
                "split the list by years, or save it as CSV");
    }

    static Stop header(String name, String why, String hint) {
        return refused(Refusal.HEADER, name, why, hint);
    }

    static Stop disk(String name, IOException cause) {
        return new Stop(
                Exit.INPUT,
                "Cannot read " + name + ": no private copy can be kept in " + System.getProperty("java.io.tmpdir")
                        + ", " + cause.getMessage(),
                "make room there, or set java.io.tmpdir to another folder",
                cause);
    }

    private static Stop refused(Refusal refusal, String name, String why, String hint) {
        return Stop.refused(refusal, "Cannot read " + name + ": " + why, hint);
    }
}
