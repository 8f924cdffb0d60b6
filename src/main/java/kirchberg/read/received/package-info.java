/** What every reader stands on: bytes as received in; clean text, lines and counted deliveries out. */
@NullMarked
package kirchberg.read.received;

import org.jspecify.annotations.NullMarked;
