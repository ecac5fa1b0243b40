package dev.seventouch.service.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1"
            })
    void private_addresses_are_known(String address) throws Exception {
        assertThat(Target.isPrivate(InetAddress.getByName(address))).isTrue();
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(new Target(URI.create("https://" + host + "/x"), false).obstacle())
                .contains("private");
        assertThat(new Target(URI.create("http://" + host + "/x"), true).obstacle())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888"})
    void public_addresses_may_be_used_by_tls_only(String address) throws Exception {
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(new Target(URI.create("https://" + host + "/x"), false).obstacle())
                .isNull();
        assertThat(new Target(URI.create("http://" + host + "/x"), false).obstacle())
                .contains("https only");
        assertThat(new Target(URI.create("file:///etc/passwd"), true).obstacle())
                .contains("no http");
    }
}
