using System.Globalization;
using System.Text;
using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// How a message of several lines was put together by who sent it (draft/multiline): a line too long for the wire came in pieces, and goes out in the
/// same ones. What is kept are the lines as they are read; where they were cut is an attribute of ours, which no client can send and none is shown.
/// </summary>
public static class Composition
{
    private const string Cuts = "cuts";

    /// <summary>A piece, and whether it goes on where the one before it was cut.</summary>
    public readonly record struct Piece(string Text, bool Continues);

    /// <summary>One line that went in one piece, as nearly every message does.</summary>
    public static bool IsSingle(Body body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Lines.Count <= 1 && CutsOf(body) is null;
    }

    public static Body Join(IReadOnlyList<Piece> pieces, IEnumerable<Domain.Events.Attribute> attributes)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var (lines, cuts) = (new List<StringBuilder>(), new List<string>());
        foreach (var piece in pieces)
        {
            if (!piece.Continues || lines.Count == 0)
                lines.Add(new StringBuilder());
            else
                cuts.Add(string.Create(CultureInfo.InvariantCulture, $"{lines.Count - 1}:{lines[^1].Length}"));
            lines[^1].Append(piece.Text);
        }
        var own = cuts.Count == 0 ? attributes : attributes.Append(new Domain.Events.Attribute(Cuts, string.Join(' ', cuts)));
        return new Body([.. lines.Select(line => line.ToString())], [.. own]);
    }

    public static List<Piece> Pieces(Body body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var cuts = (CutsOf(body) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cut => cut.Split(':'))
            .Where(cut => cut.Length == 2).ToLookup(cut => int.Parse(cut[0], CultureInfo.InvariantCulture), cut => int.Parse(cut[1], CultureInfo.InvariantCulture));
        var pieces = new List<Piece>();
        for (var i = 0; i < body.Lines.Count; i++)
        {
            var (line, from) = (body.Lines[i], 0);
            foreach (var cut in cuts[i])
            {
                pieces.Add(new Piece(line[from..cut], from > 0));
                from = cut;
            }
            pieces.Add(new Piece(line[from..], from > 0));
        }
        return pieces;
    }

    /// <summary>What clients say to each other; the rest is ours.</summary>
    public static bool IsShown(Domain.Events.Attribute attribute) => attribute.Name.StartsWith('+');

    private static string? CutsOf(Body body)
    {
        foreach (var attribute in body.Attributes)
        {
            if (attribute.Name == Cuts)
                return attribute.Value;
        }
        return null;
    }
}
