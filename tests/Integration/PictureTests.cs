using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChatRoom.Integration.Tests;

/// <summary>The pictures in README and documents, seen as most people see them: by a browser. It is Chromium that joins blanks.</summary>
public sealed partial class PictureTests
{
    private const double CellWidth = 8.4;

    /// <summary>Half a cell: fonts differ, and a picture that is distorted is so by many cells.</summary>
    private const double Tolerance = CellWidth / 2;

    /// <summary>Writes down where the browser puts each letter of a text.</summary>
    private const string Measure = """
        for (const text of document.querySelectorAll("text[textLength]")) {
          const places = [];
          for (let i = 0; i < text.getNumberOfChars(); i++) places.push(text.getStartPositionOfChar(i).x.toFixed(1));
          text.setAttribute("places", places.join(" "));
        }
        """;

    [InstalledFact("chromium")]
    public async Task Every_letter_stands_in_its_cell_in_Chromium()
    {
        using var folder = new TemporaryFolder();
        var pictures = Directory.GetFiles(Checkout.Path("docs", "pictures"), "*.svg");
        Assert.NotEmpty(pictures);
        foreach (var picture in pictures)
        {
            var copy = folder[Path.GetFileName(picture)];
            var svg = await File.ReadAllTextAsync(picture);
            await File.WriteAllTextAsync(copy, svg.Replace("</svg>", $"<script><![CDATA[{Measure}]]></script></svg>", StringComparison.Ordinal));
            await using var chromium = RunningProgram.Other(
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder["profile"]}", "--dump-dom", new Uri(copy).AbsoluteUri);
            Assert.Equal(0, await chromium.Exit());
            var texts = SeenTexts(string.Join('\n', await chromium.Output.Rest()));

            Assert.Equal(Measured(XElement.Parse(svg)).Count(), texts.Count);
            Assert.All(texts, AssertInCells);
        }
    }

    private static List<XElement> SeenTexts(string dom) =>
        [.. Measured(XElement.Parse(Svg().Match(dom).Value, LoadOptions.PreserveWhitespace))];

    private static IEnumerable<XElement> Measured(XElement svg) =>
        svg.Descendants().Where(element => element.Name.LocalName == "text" && element.Attribute("textLength") is not null);

    /// <summary>Letters of one cell each stand a cell apart. What is wider, has accents, or is told to be an emoji, is measured as a whole.</summary>
    private static void AssertInCells(XElement text)
    {
        var places = text.Attribute("places")!.Value.Split(' ').Select(place => double.Parse(place, CultureInfo.InvariantCulture)).ToList();
        var (start, width) = (Number(text, "x"), Number(text, "textLength"));
        Assert.Equal(start, places[0], Tolerance);
        Assert.Equal(text.Value.Length, places.Count);
        if (Math.Abs(width - (text.Value.Length * CellWidth)) > 0.1 || text.Value.Any(letter => char.IsSurrogate(letter) || letter == '\uFE0F'))
            return;
        for (var i = 0; i < places.Count; i++)
            Assert.True(Math.Abs(places[i] - start - (i * CellWidth)) < Tolerance, $"letter {i} of '{text.Value}' is at {places[i]}, {start} + {i} cells is its place");
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg.*</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
