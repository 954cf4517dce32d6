package io.jenkins.plugins.godeploy.hpi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The pages and forms: well-formed, escaped, within a strict Content-Security-Policy, explained, and translatable. */
public class HpiViewsIT {
    private static final Pattern KEY = Pattern.compile("\\$\\{%([A-Za-z.]+)");

    @Test
    public void everyViewEscapesByDefault() throws Exception {
        List<String> views = views();
        assertTrue("views: " + views, views.size() > 10);
        for (String view : views) {
            assertTrue(view, Hpi.text(view).startsWith("<?jelly escape-by-default='true'?>"));
            parse(view);
        }
    }

    @Test
    public void noViewHasAScriptAStyleOrAHandlerInIt() throws Exception {
        List<String> found = new ArrayList<>();
        for (String file : Stream.concat(views().stream(), helps().stream()).toList()) {
            for (Element element : elements(parse(file))) {
                if (Set.of("script", "style", "link", "iframe", "img").contains(element.getTagName())) {
                    found.add(file + ": <" + element.getTagName() + ">");
                }
                NamedNodeMap attributes = element.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                    Node attribute = attributes.item(i);
                    String name = attribute.getNodeName();
                    boolean code = attribute.getNodeValue().startsWith("javascript:");
                    if (name.startsWith("on") || name.equals("style") || code) {
                        found.add(file + ": " + name);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    public void everyFieldOfAFormHasAHelp() throws Exception {
        List<String> missing = new ArrayList<>();
        for (String view : views()) {
            for (Element element : elements(parse(view))) {
                String field = element.getAttribute("field");
                boolean shown =
                        Set.of("f:entry", "f:dropdownDescriptorSelector").contains(element.getTagName());
                if (shown && !Hpi.plugin().containsKey(folder(view) + "help-" + field + ".html")) {
                    missing.add(folder(view) + "help-" + field + ".html");
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    public void everyHelpBelongsToAField() throws Exception {
        Set<String> needless = new TreeSet<>(helps());
        for (String view : views()) {
            for (Element element : elements(parse(view))) {
                needless.remove(folder(view) + "help-" + element.getAttribute("field") + ".html");
            }
        }
        assertEquals(Set.of(), needless);
    }

    @Test
    public void everyTextOfAViewIsInItsProperties() throws IOException {
        for (String view : views()) {
            Set<String> used = new HashSet<>();
            Matcher matcher = KEY.matcher(Hpi.text(view));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
            assertEquals(view, new TreeSet<>(used), keys(view.replace(".jelly", ".properties")));
        }
    }

    @Test
    public void noViewHasATextOfItsOwn() throws Exception {
        List<String> texts = new ArrayList<>();
        for (String view : views()) {
            if (view.equals("index.jelly")) {
                continue; // the plugin's description, which Jenkins shows in one language
            }
            for (Element element : elements(parse(view))) {
                NodeList children = element.getChildNodes();
                for (int i = 0; i < children.getLength(); i++) {
                    Node child = children.item(i);
                    String text = child.getNodeType() == Node.TEXT_NODE
                            ? child.getNodeValue().replaceAll("\\$\\{.*?}", "").trim()
                            : "";
                    if (text.matches("(?s).*[A-Za-z].*")) {
                        texts.add(view + ": " + text);
                    }
                }
            }
        }
        assertEquals(List.of(), texts);
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        if (Hpi.plugin().containsKey(file)) {
            properties.load(new StringReader(Hpi.text(file)));
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static List<String> views() {
        return Hpi.plugin().keySet().stream()
                .filter(path -> path.endsWith(".jelly"))
                .toList();
    }

    private static List<String> helps() {
        return Hpi.plugin().keySet().stream()
                .filter(path -> path.matches(".*/help-[A-Za-z]+\\.html"))
                .toList();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static List<Element> elements(Document document) {
        NodeList nodes = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parse(String path) throws IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try {
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Hpi.text(path))));
        } catch (SAXException e) {
            throw new AssertionError(path + " is not well-formed: " + e.getMessage(), e);
        }
    }
}
