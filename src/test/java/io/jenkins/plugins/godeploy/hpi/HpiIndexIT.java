package io.jenkins.plugins.godeploy.hpi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

/** The indexes by which Jenkins finds extensions and their symbols; what is missing there does not exist for it. */
public class HpiIndexIT {
    @Test
    public void theExtensionIndexListsEveryExtension() throws IOException, ClassNotFoundException {
        Set<String> extensions = annotated("hudson.Extension");
        assertTrue("extensions: " + extensions, extensions.size() >= 11);
        assertEquals(extensions, indexed());
    }

    @Test
    public void theSymbolIndexListsEverySymbol() {
        Set<String> listed = Hpi.text("META-INF/services/annotations/org.jenkinsci.Symbol")
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(annotated("org.jenkinsci.Symbol"), listed);
    }

    private static Set<String> annotated(String annotation) {
        return Hpi.classes().stream()
                .filter(type -> type.isAnnotatedWith(annotation))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> indexed() throws IOException, ClassNotFoundException {
        Set<String> names = new TreeSet<>();
        byte[] index = Hpi.plugin().get("META-INF/annotations/hudson.Extension");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(index))) {
            for (Object element = in.readObject(); element != null; element = in.readObject()) {
                names.add(element.toString().replaceAll("[{@].*", ""));
            }
        }
        return names;
    }
}
