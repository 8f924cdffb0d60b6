package kirchberg.domain.source;

/**
 * One file of a source folder, as {@code source.yaml} declares it.
 *
 * @param name relative to the folder, which it must not leave
 * @param bytes length
 * @param sha256 lower case hexadecimal digest of the bytes
 */
public record SourceFile(String name, long bytes, String sha256) {}
