/** Files below a root, on a disk, on HDFS or in an object store; and the few atomic acts that a release rests on. */
@NullMarked
package kirchberg.publish.store;

import org.jspecify.annotations.NullMarked;
