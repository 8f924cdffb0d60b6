package kirchberg.extract.number;

/**
 * A printed number without its unit.
 *
 * @param from number of its first token
 * @param to number of the token after it
 * @param number digits, with decimals after a point, as many as are printed
 * @param form what the number says beside its value
 * @param doubt why it cannot be read safely; empty if it can
 */
record Numeral(int from, int to, String number, Form form, String doubt) {

    /** What a number says beside its value. */
    enum Form {
        PLAIN,
        /** Per cent in words: "half". */
        PERCENT,
        /** Times as much in one word: "doubled". */
        MULTIPLE,
        /** Meant roughly: "une centaine". */
        ROUGH
    }

    static Numeral plain(int from, int to, String number) {
        return new Numeral(from, to, number, Form.PLAIN, "");
    }

    static Numeral doubtful(int from, int to, String doubt) {
        return new Numeral(from, to, "", Form.PLAIN, doubt);
    }
}
