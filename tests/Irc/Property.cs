using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ChatRoom.Irc.Tests;

/// <summary>Checks what must hold for everything, and what to draw it from.</summary>
internal static class Property
{
    /// <summary>Bytes that mean something to a parser of IRC, and a few that don't.</summary>
    public static readonly Gen<byte[]> Bytes = Gen.Frequency(
        (6, Gen.Elements("@: ;=\\+!,abC019#\0\r\n\t"u8.ToArray())),
        (1, Gen.Choose(0, 255).Select(b => (byte)b))).ArrayOf();

    /// <summary>Characters of one to four bytes, clusters of several, and what parsers stumble over.</summary>
    public static readonly Gen<string> Text = Gen.Elements(
        "a", "B", "7", " ", " ", ":", ";", "\\", "=", "@", "\u00e9", "e\u0301", "\u4e2d", "\ud83d\ude00",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\udde9\ud83c\uddea", "\u0007", "\t").ArrayOf().Select(string.Concat);

    public static void Holds<T>(Gen<T> all, Action<T> check, int times = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(all.ToArbitrary(), check));

    /// <summary>Every sequence of at most so many of these bytes.</summary>
    public static IEnumerable<byte[]> AllOf(byte[] alphabet, int longest)
    {
        var shorter = new List<byte[]> { Array.Empty<byte>() };
        for (var length = 0; length <= longest; length++)
        {
            foreach (var bytes in shorter)
                yield return bytes;
            shorter = length < longest ? [.. shorter.SelectMany(bytes => alphabet.Select(b => (byte[])[.. bytes, b]))] : [];
        }
    }

    public static string Utf8(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
