using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChatRoom.Journal.Maintenance;

/// <summary>JSON for people and programs: every script stays readable; controls and format characters, those of bidi among them, are escaped.</summary>
public static class ReadableJson
{
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(TerminalText());

    private static TextEncoderSettings TerminalText()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('\u061C', '\u200E', '\u200F', '\u2028', '\u2029');
        settings.ForbidRange(UnicodeRange.Create('\u202A', '\u202E'));
        settings.ForbidRange(UnicodeRange.Create('\u2066', '\u2069'));
        return settings;
    }
}
