using System.Globalization;
using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// A text of several lines, or one too long for a line, as one message, where the server takes such: IRCv3 draft/multiline, within what it
/// allows in the capability's value, `max-bytes=4096,max-lines=24`.
/// </summary>
internal static class Multiline
{
    /// <summary>The tag of a line that goes on where the one before it was cut.</summary>
    public const string Concat = "draft/multiline-concat";

    /// <summary>A line of such a message.</summary>
    public readonly record struct Piece(string Text, bool Continues);

    /// <summary>What is said one after the other: all of it at once, or each line that is not empty.</summary>
    public static string[] Lines(ClientModel model, string target, string said, Manner manner)
    {
        var text = said.ReplaceLineEndings("\n").Trim('\n');
        return Pieces(model, target, text, manner) is not null
            ? [text]
            : text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The lines as they go out; null if it is one line, or the server does not take it as one message.</summary>
    public static List<Piece>? Pieces(ClientModel model, string target, string text, Manner manner)
    {
        if (manner != Manner.Message || !model.Has(Caps.Multiline) || !model.Has(Caps.Batch) || string.IsNullOrWhiteSpace(text))
            return null;
        var budget = LineBudget.ForText(model, target, manner);
        var pieces = new List<Piece>();
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Length == 0 ? [""] : TextSplitter.Split(line, budget);
            pieces.AddRange(parts.Select((part, i) => new Piece(part, Continues: i > 0)));
        }
        var fits = pieces.Count <= Limit(model, "max-lines") && Encoding.UTF8.GetByteCount(text) <= Limit(model, "max-bytes");
        return pieces.Count > 1 && fits ? pieces : null;
    }

    /// <summary>A limit that the server does not name is not there.</summary>
    private static int Limit(ClientModel model, string name)
    {
        var words = model.Details.GetValueOrDefault(Caps.Multiline, "").Split(',');
        var value = words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue;
    }
}
