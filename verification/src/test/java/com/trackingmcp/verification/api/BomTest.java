package com.trackingmcp.verification.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What {@code tracking-bom} decides in the build of whoever imports it: our versions, and nobody else's. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BomTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    @Test
    void an_import_brings_the_versions_of_the_published_modules_and_of_nothing_else() throws Exception {
        Document bom = pom("tracking-bom/pom.xml");

        assertThat(texts(bom, "/project/parent"))
                .as("a parent's managed dependencies would be imported along")
                .isEmpty();
        assertThat(texts(bom, "/project/dependencyManagement//artifactId"))
                .containsExactlyInAnyOrderElementsOf(PublishedModules.names());
        assertThat(texts(bom, "/project/dependencyManagement//groupId")).containsOnly("com.trackingmcp");
        assertThat(texts(bom, "/project/dependencyManagement//version")).containsOnly("${project.version}");
    }

    @Test
    void it_has_the_version_of_what_it_names() throws Exception {
        assertThat(texts(pom("tracking-bom/pom.xml"), "/project/version"))
                .isEqualTo(texts(pom("pom.xml"), "/project/version"));
    }

    private static Document pom(String path) throws Exception {
        File file = ROOT.resolve(path).toFile();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    }

    private static List<String> texts(Document pom, String path) throws Exception {
        NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }
}
