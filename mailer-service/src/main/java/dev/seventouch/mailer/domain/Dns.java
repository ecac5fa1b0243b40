package dev.seventouch.mailer.domain;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks one resolver. */
final class Dns {

    private final Resolver resolver;

    Dns(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The resolver did not answer: nothing is known, which is not the same as nothing being there. */
    static final class Silent extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Silent(String name, String why) {
            super("the DNS does not answer for " + name + " (" + why + ")");
        }
    }

    /** Each record's strings joined, as RFC 7208 3.3 and RFC 6376 3.6.2.2 want it. */
    List<String> txt(String name) throws IOException {
        return records(Name.fromString(name, Name.root), Type.TXT)
                .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                .toList();
    }

    List<String> mx(String name) throws IOException {
        return records(Name.fromString(name, Name.root), Type.MX)
                .map(record -> ((MXRecord) record).getTarget().toString(true))
                .toList();
    }

    List<InetAddress> addresses(String name) throws IOException {
        Name host = Name.fromString(name, Name.root);
        Stream<InetAddress> v4 = records(host, Type.A).map(record -> ((ARecord) record).getAddress());
        Stream<InetAddress> v6 = records(host, Type.AAAA).map(record -> ((AAAARecord) record).getAddress());
        return Stream.concat(v4, v6).toList();
    }

    List<String> names(InetAddress address) throws IOException {
        return records(ReverseMap.fromAddress(address), Type.PTR)
                .map(record -> ((PTRRecord) record).getTarget().toString(true))
                .toList();
    }

    private Stream<Record> records(Name name, int type) throws IOException {
        Message answer;
        try {
            answer = resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
        } catch (IOException e) {
            throw new Silent(name.toString(true), e.getClass().getSimpleName());
        }
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            throw new Silent(name.toString(true), Rcode.string(code));
        }
        return answer.getSection(Section.ANSWER).stream().filter(record -> record.getType() == type);
    }
}
