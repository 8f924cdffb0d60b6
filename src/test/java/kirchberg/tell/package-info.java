/** Tests of telling: real files, real sockets on loopback, a real mail server. */
@NullMarked
package kirchberg.tell;

import org.jspecify.annotations.NullMarked;
