using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// BATCH of a client: `BATCH +name draft/multiline target`, lines with the tag `batch=name`, `BATCH -name`. All of it is one message or none: what is
/// wrong is answered once, and what still comes of that batch is passed over.
/// </summary>
public static class Multiline
{
    public const string Type = "draft/multiline";

    private const Capability Needed = Capability.Multiline | Capability.Batch;

    internal static readonly CommandRow[] Commands = [new("BATCH", 1, CommandTime.After, Batch)];

    public static string Value => $"max-bytes={Limits.BatchBytes},max-lines={Limits.BatchLines}";

    private static ReadOnlySpan<byte> ConcatTag => "draft/multiline-concat"u8;

    /// <summary>Whether the line belongs to a batch, and so is not said by itself.</summary>
    public static bool Takes(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if ((session.Capabilities & Needed) != Needed || !(line.Is("PRIVMSG"u8) || line.Is("NOTICE"u8)))
            return false;
        var name = line.TryTag("batch"u8, out var raw) ? TagValue.Unescape(raw) : null;
        if (session.Batch is not { } batch)
        {
            if (name is null)
                return false;
            if (name != session.PassedOver)
                Fail(session, CommandTable.Label(session, line), "MULTILINE_INVALID", [], "There is no such batch");
            return true;
        }
        var kind = line.Is("NOTICE"u8) ? SayKind.Notice : SayKind.Message;
        var wrong = name == batch.Name
            ? batch.Add(kind, line.Text(0), line.Text(1), line.TryTag(ConcatTag, out _))
            : ("MULTILINE_INVALID", [], "Until a batch ends, all that is said belongs to it");
        if (wrong is var (code, about, words))
            Drop(session, batch, code, about, words);
        return true;
    }

    public static void Batch(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if ((session.Capabilities & Needed) != Needed)
        {
            session.Reply(Numerics.ErrUnknownCommand, "BATCH", "This command needs the capabilities batch and draft/multiline");
            return;
        }
        session.IsAnsweredLater = true;
        var (word, label) = (line.Text(0), CommandTable.Label(session, line));
        if (word.StartsWith('+'))
            Begin(session, line, word[1..], label);
        else if (session.Batch is { } batch && word == $"-{batch.Name}")
            Finish(session, batch);
        else if (word.StartsWith('-') && word[1..] == session.PassedOver)
            session.PassedOver = null;
        else
            Fail(session, label, "MULTILINE_INVALID", [], "There is no such batch");
    }

    private static void Begin(Session session, in Line line, string name, string? label)
    {
        var (type, target) = (line.Text(1), line.Text(2));
        if (session.Batch is { } open)
            Drop(session, open, "MULTILINE_INVALID", [], "A batch within another is none");
        else if (name.Length is 0 or > Limits.LabelBytes || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            PassOver(session, label, name, "INVALID_REFTAG", [Numeric.Word(name)], "The name of a batch has letters, digits and '-'");
        else if (type != Type)
            PassOver(session, label, name, "UNKNOWN_TYPE", [name, Numeric.Word(type)], $"Batches of clients are {Type} here");
        else if (target.Length == 0 || target.Contains(',', StringComparison.Ordinal) || ReservedNick.Is(target) || line.TryTag("batch"u8, out _))
            PassOver(session, label, name, "MULTILINE_INVALID", [], "A batch goes to one room or person");
        else
            session.Batch = new ClientBatch(name, target, label, Talk.Attributes(session, line), Talk.Once(session, line));
    }

    private static void Finish(Session session, ClientBatch batch)
    {
        session.Batch = null;
        if (batch.Pieces.All(piece => piece.Text.Length == 0))
        {
            Fail(session, batch.Label, "MULTILINE_INVALID", [], "A message has a line that is not empty");
            return;
        }
        Talk.SayTogether(session, batch);
        session.PostAll(batch.Label);
    }

    private static void Drop(Session session, ClientBatch batch, string code, string[] about, string words)
    {
        session.Batch = null;
        PassOver(session, batch.Label, batch.Name, code, about, words);
    }

    private static void PassOver(Session session, string? label, string name, string code, string[] about, string words)
    {
        session.PassedOver = name;
        Fail(session, label, code, about, words);
    }

    private static void Fail(Session session, string? label, string code, string[] about, string words)
    {
        session.Fail("BATCH", code, string.Join(' ', about.Select(Numeric.Word)), words);
        session.PostAll(label);
    }
}
