package io.jenkins.plugins.godeploy.ssh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.BuiltinFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/** What is offered to a host through MINA, best first: nothing with SHA-1, CBC or DSA. */
final class MinaAlgorithms {
    /** GCM first: chacha20-poly1305 is open to dropped packets (CVE-2023-48795) where a host is not repaired. */
    private static final List<BuiltinCiphers> CIPHERS = List.of(
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.cc20p1305_openssh);

    private static final List<BuiltinMacs> MACS = List.of(
            BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512);

    private static final List<BuiltinDHFactories> KEY_EXCHANGES = List.of(
            BuiltinDHFactories.sntrup761x25519,
            BuiltinDHFactories.sntrup761x25519_openssh,
            BuiltinDHFactories.mlkem768x25519,
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp521,
            BuiltinDHFactories.dhg18_512,
            BuiltinDHFactories.dhg16_512,
            BuiltinDHFactories.dhg14_256);

    private static final List<BuiltinSignatures> KEYS = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    private static final List<BuiltinSignatures> CERTIFICATES = List.of(
            BuiltinSignatures.ed25519_cert,
            BuiltinSignatures.nistp256_cert,
            BuiltinSignatures.nistp384_cert,
            BuiltinSignatures.nistp521_cert,
            BuiltinSignatures.rsaSHA512_cert,
            BuiltinSignatures.rsaSHA256_cert);

    private MinaAlgorithms() {}

    static List<NamedFactory<Cipher>> ciphers() {
        return supported(CIPHERS);
    }

    static List<NamedFactory<Mac>> macs() {
        return supported(MACS);
    }

    static List<KeyExchangeFactory> keyExchanges() {
        return KEY_EXCHANGES.stream()
                .filter(BuiltinDHFactories::isSupported)
                .map(MinaKeyExchange::factory)
                .toList();
    }

    /**
     * How a host may show who it is. The known types come first, or a host that has another one, too, looks changed;
     * certificates only where an authority is known, or a host that has one shows nothing else.
     */
    static List<NamedFactory<Signature>> hostKeys(List<String> knownKeyTypes, boolean authorityKnown) {
        Set<BuiltinSignatures> all = new LinkedHashSet<>(authorityKnown ? CERTIFICATES : List.of());
        for (String type : knownKeyTypes) {
            KEYS.stream().filter(key -> keyType(key).equals(type)).forEach(all::add);
        }
        all.addAll(KEYS);
        return supported(all);
    }

    private static String keyType(BuiltinSignatures key) {
        return key.getName().startsWith("rsa-") ? "ssh-rsa" : key.getName();
    }

    /** How the user may: with any of them. */
    static List<NamedFactory<Signature>> userKeys() {
        List<BuiltinSignatures> all = new ArrayList<>(CERTIFICATES);
        all.addAll(KEYS);
        return supported(all);
    }

    /** What a message about failed negotiation says. */
    static String names() {
        return "the ciphers " + names(CIPHERS) + " and the MACs " + names(MACS);
    }

    private static String names(List<? extends NamedResource> algorithms) {
        return algorithms.stream().map(NamedResource::getName).collect(Collectors.joining(", "));
    }

    private static <T, F extends BuiltinFactory<T>> List<NamedFactory<T>> supported(Iterable<F> factories) {
        List<NamedFactory<T>> supported = new ArrayList<>();
        for (F factory : factories) {
            if (factory.isSupported()) {
                supported.add(factory);
            }
        }
        return supported;
    }
}
