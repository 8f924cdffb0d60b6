/** Proofs on a Spark standalone cluster of processes that are killed: rows B1 to B8 of the fault table. */
@NullMarked
package kirchberg.cluster;

import org.jspecify.annotations.NullMarked;
