using System.Globalization;
using System.Xml.Linq;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

public sealed class FrameSvgTests
{
    private static readonly FrameSize Size = new(20, 3);

    [Fact]
    public void A_picture_has_the_letters_of_its_frame_at_their_places()
    {
        var canvas = new Canvas(Size, default) { Title = "a <b> & \"c\"", Caret = new Caret(4, 1) };
        canvas.Write(2, 1, "ab 日c<&>", new Style(new Rgb(1, 2, 3), new Rgb(4, 5, 6), Emphasis.Bold | Emphasis.Underline));
        var svg = XElement.Parse(FrameSvg.Of(canvas.ToFrame()));

        var texts = Texts(svg).Where(text => text.Attribute("y")!.Value == "29").ToList();
        Assert.Equal(["ab\u00A0", "日", "c<&>"], texts.Select(text => text.Value));
        Assert.Equal(["16.8", "42", "58.8"], texts.Select(text => text.Attribute("x")!.Value));
        Assert.Equal(["25.2", "16.8", "33.6"], texts.Select(text => text.Attribute("textLength")!.Value));
        Assert.All(texts, text => Assert.Equal(("bold", "underline", "#010203"), ($"{text.Attribute("font-weight")?.Value}", $"{text.Attribute("text-decoration")?.Value}", $"{text.Attribute("fill")?.Value}")));
        Assert.Contains("a <b> & \"c\"", svg.Descendants().Select(element => element.Value));
    }

    [Fact]
    public void Blanks_that_a_browser_would_join_are_in_no_text()
    {
        var canvas = new Canvas(Size, default);
        canvas.Write(0, 1, "  one two   three ", new Style(new Rgb(1, 2, 3), null, default));
        var texts = Texts(XElement.Parse(FrameSvg.Of(canvas.ToFrame()))).ToList();

        Assert.Equal(["one two", "three"], texts.Select(text => text.Value));
        Assert.Equal(["16.8", "100.8"], texts.Select(text => text.Attribute("x")!.Value));
    }

    [Fact]
    public void Reverse_changes_the_colours_and_dim_pales_them()
    {
        var canvas = new Canvas(new FrameSize(1, 1), new Style(new Rgb(1, 1, 1), new Rgb(2, 2, 2), Emphasis.Reverse | Emphasis.Dim));
        canvas.Write(0, 0, "x", new Style(new Rgb(1, 1, 1), new Rgb(2, 2, 2), Emphasis.Reverse | Emphasis.Dim));
        var svg = FrameSvg.Of(canvas.ToFrame());

        Assert.Contains("height=\"16\" fill=\"#010101\"", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"#020202\" opacity=\"0.6\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_frame_is_a_picture_and_always_the_same_one()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var frame = new RandomFrames(seed).Next(Size);
            var svg = FrameSvg.Of(frame);

            Assert.Equal(svg, FrameSvg.Of(frame));
            Assert.All(Texts(XElement.Parse(svg)), text => Assert.True(double.Parse(text.Attribute("textLength")!.Value, CultureInfo.InvariantCulture) > 0));
        }
    }

    private static IEnumerable<XElement> Texts(XElement svg) =>
        svg.Descendants().Where(element => element.Name.LocalName == "text" && element.Attribute("textLength") is not null);
}
