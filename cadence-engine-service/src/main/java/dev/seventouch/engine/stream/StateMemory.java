package dev.seventouch.engine.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory of all stores of an instance. By itself each store of each partition would keep its own blocks and write
 * buffers, and an instance that takes over the partitions of others would need more with each of them.
 */
public final class StateMemory implements AutoCloseable {
    /** The setting of Streams under which the stores find it. */
    public static final String SETTING = "seventouch.state.memory";

    private static final int BY_THE_NUMBER_OF_BYTES = -1;
    /** Of the memory: for indexes and filters, which are read for every key. */
    private static final double FIRST_TO_STAY = 0.2;

    private final Cache blocks;
    private final WriteBufferManager buffers;

    /** @param bytes of blocks that were read and of buffers that are not on disk yet, together; the buffers get half at most */
    public StateMemory(long bytes) {
        RocksDB.loadLibrary();
        this.blocks = new LRUCache(bytes, BY_THE_NUMBER_OF_BYTES, false, FIRST_TO_STAY);
        this.buffers = new WriteBufferManager(bytes / 2, blocks);
    }

    /** In bytes. */
    public long used() {
        return blocks.getUsage();
    }

    @Override
    public void close() {
        buffers.close();
        blocks.close();
    }

    /** How the stores of Streams, which makes one of these for each, come to share it. */
    public static final class Shared implements RocksDBConfigSetter {

        @Override
        public void setConfig(String store, Options options, Map<String, Object> settings) {
            if (!(settings.get(SETTING) instanceof StateMemory memory)
                    || !(options.tableFormatConfig() instanceof BlockBasedTableConfig table)) {
                throw new IllegalStateException("the store " + store + " can't be told what memory it shares");
            }
            table.setBlockCache(memory.blocks)
                    .setCacheIndexAndFilterBlocks(true)
                    .setCacheIndexAndFilterBlocksWithHighPriority(true)
                    .setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.buffers);
        }

        @Override
        public void close(String store, Options options) {
            // What is shared outlives each store.
        }
    }
}
