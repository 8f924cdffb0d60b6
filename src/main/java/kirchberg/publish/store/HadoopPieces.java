package kirchberg.publish.store;

import java.io.IOException;
import java.util.EnumSet;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** Files that are read or written in pieces. Parquet's own of this kind take their file system from Hadoop's cache. */
final class HadoopPieces {
    private static final int BUFFER_BYTES = 64 * 1024;

    private HadoopPieces() {}

    /** A file to read. */
    record Input(FileSystem system, FileStatus status) implements InputFile {

        @Override
        public long getLength() {
            return status.getLen();
        }

        @Override
        public SeekableInputStream newStream() throws IOException {
            return HadoopFiles.asked(() -> HadoopStreams.wrap(system.open(status.getPath())));
        }
    }

    /** A file to write, all on the platter once it is closed, where a store has one. */
    record Output(FileSystem system, Path path) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) throws IOException {
            return HadoopFiles.asked(() -> open(EnumSet.of(CreateFlag.CREATE, CreateFlag.SYNC_BLOCK)));
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
            return HadoopFiles.asked(
                    () -> open(EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE, CreateFlag.SYNC_BLOCK)));
        }

        private PositionOutputStream open(EnumSet<CreateFlag> flags) throws IOException {
            var copies = system.getDefaultReplication(path);
            var block = system.getDefaultBlockSize(path);
            var permission = FsPermission.getFileDefault();
            return HadoopStreams.wrap(system.create(path, permission, flags, BUFFER_BYTES, copies, block, null));
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return system.getDefaultBlockSize(path);
        }

        @Override
        public String getPath() {
            return path.toString();
        }
    }
}
