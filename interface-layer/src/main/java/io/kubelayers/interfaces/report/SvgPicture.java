package io.kubelayers.interfaces.report;

/** Draws a picture as an SVG file that needs nothing else. */
public final class SvgPicture {
    private SvgPicture() {}

    /** The file's text, well-formed XML. */
    public static String draw(Part.Packing packing) {
        return PackingSvg.picture(packing) + "\n";
    }
}
