package kirchberg.publish.protocol;

import java.io.IOException;

/** Is asked around every effect on a store in memory: the place to interleave, to fail and to lose answers. */
interface Hook {
    /** Lets everything through. */
    Hook NONE = new Hook() {};

    /**
     * One effect.
     *
     * @param act name of the method of the store; one that takes effect in parts is announced part by part
     * @param path that it reads or changes
     */
    record Call(String act, String path) {

        @Override
        public String toString() {
            return act + " " + path;
        }
    }

    /** Before the effect: what is thrown here leaves no trace in the store. */
    default void before(Call call) throws IOException {}

    /** After the effect: what is thrown here hides its answer. */
    default void after(Call call) throws IOException {}

    /** Whether the client lost the answer of this conditional write and repeats it by itself, as S3 clients do. */
    default boolean isRepeated(Call call) {
        return false;
    }

    /** An effect on its way to the store. */
    @FunctionalInterface
    interface Effect {
        void run() throws IOException;
    }

    /**
     * Whether the network keeps this effect and lets it come later, or never; its client gets no answer. The effect is
     * as it would be then: a condition is compared when it arrives.
     */
    default boolean isDelayed(Call call, Effect effect) {
        return false;
    }
}
