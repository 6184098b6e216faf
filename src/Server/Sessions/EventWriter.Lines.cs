using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions;

/// <summary>The lines that have more to say than who did what: JOIN, and each form of MODE.</summary>
public sealed partial class EventWriter
{
    /// <summary>With account and real name for who asked for them (extended-join). Real names are words, which are only known of who is there.</summary>
    private static LineWriter Join(LineWriter lines, Event.Joined joined, ulong variant, Person? person)
    {
        var line = Source(lines, joined.Who).Command("JOIN"u8).Param(joined.Name.Text);
        if ((variant & Offered.Joins) == 0)
            return line;
        var realName = person?.RealName.Text ?? "";
        return line.Param(joined.Who.Account.Map(account => account.Name.Text).IfNone("*")).LastFitting(realName.Length > 0 ? realName : joined.Who.Nick.Text);
    }

    /// <summary>That the guest went, and where the hearer is too, that the other came.</summary>
    private void WriteMerged(LineWriter lines, Recorded own, Event.Merged merged, ulong variant, Person hearer, World world)
    {
        Begin(lines, own, variant, default);
        Source(lines, merged.Who).Command("QUIT"u8).Last(MergedWords(merged)).End();
        foreach (var room in merged.Taken.Where(hearer.Rooms.Contains).Select(id => world.Rooms[id]))
        {
            var joined = own with { Event = new Event.Joined(merged.Into, room.Id, room.Name, Rights.None) };
            Begin(lines, joined, variant, default);
            Join(lines, (Event.Joined)joined.Event, variant, world.People.Find(merged.Into.Id).TryGet(out var person) ? person : null).End();
        }
    }

    /// <summary>Why a guest is there no more who became somebody else.</summary>
    public static string MergedWords(Event.Merged merged)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return $"logged in, and is {merged.Into.Nick} now";
    }

    /// <summary>A sign where it is another one than before, the letters, and behind them the numbers of those that have one.</summary>
    private static LineWriter Modes(LineWriter lines, Domain.Data.ValueList<ModeChange> changes)
    {
        var (letters, sign) = ("", ' ');
        foreach (var change in changes)
        {
            var row = ModeTable.Row(change.Mode);
            var own = (change.Value == 0) != row.IsInverted ? '-' : '+';
            letters += own == sign ? $"{row.Letter}" : $"{own}{row.Letter}";
            sign = own;
        }
        var shown = lines.Param(letters);
        foreach (var change in changes.Where(change => change.Value != 0 && ModeTable.Row(change.Mode).HasValue))
            shown.Param(ModeTable.Row(change.Mode).Shown(change.Value));
        return shown;
    }

    /// <summary>A letter and the name again for each right.</summary>
    private static LineWriter Followed(LineWriter lines, Event.RightsFollowed followed)
    {
        var letters = string.Concat(ModeTable.Rights.Where(row => followed.Rights.HasFlag(row.Right)).Select(row => row.Letter));
        var line = lines.Command("MODE"u8).Param(followed.Name.Text).Param($"{(followed.IsGiven ? '+' : '-')}{letters}");
        foreach (var _ in letters)
            line.Param(followed.Who.Nick.Text);
        return line;
    }

    /// <summary>
    /// A message of several lines: a batch for who knows such (draft/multiline), which says by its beginning what its tags say; to others each line that is
    /// not empty, with the id on the first.
    /// </summary>
    private void Several(LineWriter lines, Recorded what, Event.Said said, ulong variant, Within batch)
    {
        var (pieces, target) = (Composition.Pieces(said.Body), Target(said.In));
        if ((variant & Offered.Multilines) != Offered.Multilines)
        {
            var isFirst = true;
            foreach (var piece in pieces.Where(piece => piece.Text.Length > 0))
            {
                Begin(lines, what, variant, batch, said.Body.Attributes, isFirst);
                Source(lines, said.Who).Command(Verb(said.Kind)).Param(target).Last(piece.Text).End();
                isFirst = false;
            }
            return;
        }
        var name = $"m{what.Sequence.Number}";
        Begin(lines, what, variant, batch, said.Body.Attributes, isFirst: true);
        Source(lines, said.Who).Command("BATCH"u8).Param($"+{name}").Param(Multiline.Type).Param(target).End();
        foreach (var piece in pieces)
        {
            lines.Tag("batch"u8, name);
            if (piece.Continues)
                lines.Tag("draft/multiline-concat"u8, "");
            Source(lines, said.Who).Command(Verb(said.Kind)).Param(target).Last(piece.Text).End();
        }
        if (batch.Batch is { } around)
            lines.Tag("batch"u8, around);
        lines.Source(info.Name).Command("BATCH"u8).Param($"-{name}").End();
    }

    /// <summary>
    /// Who does not know REDACT is told in words that something was taken back (draft/message-redaction, "Fallback"): their client still shows it. In
    /// history it is not there for them, so nothing is said.
    /// </summary>
    private void Redacted(LineWriter lines, Recorded what, Event.Redacted redacted, ulong variant, Within batch)
    {
        if ((variant & Offered.Redactions) != 0)
        {
            Begin(lines, what, variant, batch);
            WithReason(Source(lines, redacted.Who).Command("REDACT"u8).Param(Target(redacted.In)).Param(MessageIds.Format(info.Epochs, redacted.What)), redacted.Reason).End();
        }
        else if (!batch.IsPlayed)
        {
            // An id names one line, and this is another one.
            Begin(lines, what with { Sequence = default }, variant, batch);
            lines.Source(info.Name).Command("NOTICE"u8).Param(Target(redacted.In))
                .LastFitting($"{redacted.Who.Nick} has taken a message back{(redacted.Reason.Length > 0 ? $": {redacted.Reason}" : "")}").End();
        }
    }

    private static LineWriter Mask(LineWriter lines, RoomName room, char sign, MaskList list, Mask mask)
    {
        var row = ModeTable.Row(list);
        return lines.Command("MODE"u8).Param(room.Text).Param($"{sign}{row.Letter}").Param(row.Shown(mask));
    }
}
