package io.jenkins.plugins.godeploy.jenkins.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import org.junit.Test;

public class ReleaseNameTest {
    @Test
    public void aVersionOrAnIdIsOfThisBuild() {
        assertEquals(new ReleaseName.OfThisBuild("1.4.1"), ReleaseName.parse("1.4.1"));
        assertEquals(
                new ReleaseName.OfThisBuild("v1.4.1+b.2~3-0123456789ab"),
                ReleaseName.parse("v1.4.1+b.2~3-0123456789ab"));
        assertEquals(new ReleaseName.OfThisBuild(null), ReleaseName.parse(null));
    }

    @Test
    public void aBuildIsAJobAndANumber() {
        assertEquals(new ReleaseName.OfBuild("shop/main", "12", null), ReleaseName.parse("shop/main#12"));
        assertEquals(new ReleaseName.OfBuild("../My shop", "3", "1.4.1"), ReleaseName.parse("../My shop#3:1.4.1"));
        assertEquals(
                new ReleaseName.OfBuild(null, "lastSuccessfulBuild", null), ReleaseName.parse("#lastSuccessfulBuild"));
    }

    @Test
    public void aFolderBeginsWithADot() {
        assertEquals(new ReleaseName.Folder("./dist"), ReleaseName.parse("./dist"));
        assertEquals(new ReleaseName.Folder("./out/a#1"), ReleaseName.parse("./out/a#1"));
    }

    @Test
    public void whatNamesNoBuildSaysHowOneIsNamed() {
        for (String text :
                new String[] {"shop#", "shop#last", "shop#0", "shop#-1", "shop#1#2", "shop#12:", "shop#12345678901"}) {
            assertEquals(
                    "'" + text + "' names no build; write the job's full name and the number, such as shop/main#12, or"
                            + " shop/main#lastSuccessfulBuild.",
                    complaint(text));
        }
    }

    @Test
    public void aFolderOutsideOfTheWorkspaceIsRefused() {
        assertEquals(
                "'./../other/dist' is outside of the workspace; name a folder of it, such as ./dist.",
                complaint("./../other/dist"));
    }

    @Test
    public void aPathWithoutADotSaysHowAFolderIsNamed() {
        assertEquals(
                "'dist/shop' names no release; write a version or an ID of this build's, a build such as shop/main#12, or"
                        + " a folder such as ./dist.",
                complaint("dist/shop"));
    }

    private static String complaint(String text) {
        return assertThrows(BadInputException.class, () -> ReleaseName.parse(text))
                .getMessage();
    }
}
