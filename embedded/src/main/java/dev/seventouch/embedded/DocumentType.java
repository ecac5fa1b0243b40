package dev.seventouch.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** A document is kept as the BSON that it came as. It begins with its own length. */
final class DocumentType extends BasicDataType<Document> {

    private static final int ROOM = 512;
    private static final int OBJECT = 32;

    @Override
    public void write(WriteBuffer to, Document document) {
        ByteBuf bson = Unpooled.buffer(ROOM);
        BsonEncoder.encodeDocument(document, bson);
        to.put(bson.array(), bson.arrayOffset() + bson.readerIndex(), bson.readableBytes());
    }

    @Override
    public Document read(ByteBuffer from) {
        ByteBuf bson = Unpooled.wrappedBuffer(from);
        Document document = BsonDecoder.decodeBson(bson);
        from.position(from.position() + bson.readerIndex());
        return document;
    }

    @Override
    public int getMemory(Document document) {
        return bytes(document);
    }

    /** About so many; the store only wants to know when a page is full. */
    private static int bytes(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String words -> OBJECT + words.length();
            case byte[] data -> OBJECT + data.length;
            case Map<?, ?> fields -> sum(fields.keySet()) + sum(fields.values());
            case Collection<?> several -> sum(several);
            default -> OBJECT;
        };
    }

    private static int sum(Collection<?> values) {
        int sum = OBJECT;
        for (Object value : values) {
            sum += bytes(value);
        }
        return sum;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
