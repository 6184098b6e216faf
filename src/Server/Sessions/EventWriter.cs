using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>Writes what happened as the lines in which IRC says it. The same for what happens now and for history.</summary>
public sealed partial class EventWriter(ServerInfo info)
{
    /// <summary>What stands where words were, for who asks for history with what was taken back.</summary>
    private const string TakenBack = "(taken back)";

    /// <summary>What came of the event that is written, where it is told as it happens.</summary>
    private World? _world;

    /// <summary>
    /// On which bits of a variant the lines of such an event depend: it is rendered once for each of their combinations that somebody has.
    /// </summary>
    public static ulong Cares(Event happened) => Offered.Tags | Offered.Times
        | (happened is IActed { Who.Account.IsSome: true } ? Offered.AccountTags : 0)
        | (happened is IActed ? Offered.OperatorTags : 0)
        | happened switch
        {
            Event.AwaySet => Offered.Away,
            Event.RealNameSet => Offered.RealNames,
            Event.MarkedRead => Offered.ReadMarkers,
            Event.Joined => Offered.Joins,
            Event.LoggedIn or Event.LoggedOut => Offered.Accounts,
            Event.Invited => Offered.Invitations,
            Event.Redacted => Offered.Redactions,
            Event.Said said when !Composition.IsSingle(said.Body) => Offered.Multilines,
            _ => 0,
        };

    /// <summary>
    /// One event for a variant of hearing, within a batch if one is named. What IRC has no word for is not written. <paramref name="world"/> is what
    /// came of it; null in history.
    /// </summary>
    public void Write(LineWriter lines, Recorded what, ulong variant, Within batch = default, World? world = null)
    {
        _world = world;
        switch (what.Event)
        {
            case Event.Said said:
                Said(lines, what, said, variant, batch);
                break;
            case Event.Signalled signalled when (variant & Offered.Tags) != 0:
                Begin(lines, what, variant, batch, signalled.Attributes, isFirst: true);
                Source(lines, signalled.Who).Command("TAGMSG"u8).Param(Target(signalled.In)).End();
                break;
            case Event.Redacted redacted:
                Redacted(lines, what, redacted, variant, batch);
                break;
            case Event.Joined joined:
                Begin(lines, what, variant, batch);
                Join(lines, joined, variant, world is not null && world.People.Find(joined.Who.Id).TryGet(out var person) ? person : null).End();
                break;
            case Event.Left left:
                Begin(lines, what, variant, batch);
                WithReason(Source(lines, left.Who).Command("PART"u8).Param(left.Name.Text), left.Reason).End();
                break;
            case Event.Departed departed:
                Begin(lines, what, variant, batch);
                Source(lines, departed.Who).Command("QUIT"u8).LastFitting(CloseReasons.Words(new Ending(departed.Why, departed.Words), info.Live.Current)).End();
                break;
            case Event.Renamed renamed:
                Begin(lines, what, variant, batch);
                Source(lines, renamed.Who).Command("NICK"u8).Param(renamed.New.Text).End();
                break;
            case Event.NickReclaimed taken:
                Begin(lines, what, variant, batch);
                Source(lines, taken.Who).Command("NICK"u8).Param(taken.New.Text).End();
                break;
            case Event.LoggedIn came when (variant & Offered.Accounts) != 0:
                Begin(lines, what, variant, batch);
                Source(lines, came.Who).Command("ACCOUNT"u8).Param(came.Account.Name.Text).End();
                break;
            case Event.LoggedOut went when (variant & Offered.Accounts) != 0:
                Begin(lines, what, variant, batch);
                Source(lines, went.Who).Command("ACCOUNT"u8).Param("*").End();
                break;
            case Event.TopicSet topic:
                Begin(lines, what, variant, batch);
                Source(lines, topic.Who).Command("TOPIC"u8).Param(topic.Name.Text).LastFitting(topic.Text).End();
                break;
            case Event.ModeSet set:
                Begin(lines, what, variant, batch);
                Modes(Source(lines, set.Who).Command("MODE"u8).Param(set.Name.Text), [new ModeChange(set.Mode, set.Value)]).End();
                break;
            case Event.ModesSet set:
                Begin(lines, what, variant, batch);
                Modes(Source(lines, set.Who).Command("MODE"u8).Param(set.Name.Text), set.Changes).End();
                break;
            case Event.RightChanged changed:
                Begin(lines, what, variant, batch);
                Source(lines, changed.Who).Command("MODE"u8).Param(changed.Name.Text)
                    .Param($"{(changed.IsGiven ? '+' : '-')}{ModeTable.Row(changed.Right).Letter}").Param(changed.Of.Nick.Text).End();
                break;
            case Event.RightsFollowed followed:
                Begin(lines, what, variant, batch);
                Followed(lines.Source(info.Name), followed).End();
                break;
            case Event.HolderRemoved removed:
                Begin(lines, what, variant, batch);
                Source(lines, removed.Who).Command("MODE"u8).Param(removed.Name.Text).Param($"-{ModeTable.Row(removed.Right).Letter}").Param(removed.Of.Name.Text).End();
                break;
            case Event.GuestsShutOut shut:
                Begin(lines, what, variant, batch);
                Source(lines, shut.Who).Command("MODE"u8).Param(shut.Who.Nick.Text).Param(shut.IsOn ? "+R" : "-R").End();
                break;
            case Event.SilenceSet set:
                Begin(lines, what, variant, batch);
                Source(lines, set.Who).Command("SILENCE"u8).Param($"{(set.IsOn ? '+' : '-')}{set.Mask.Text}").End();
                break;
            case Event.KeySet set:
                Begin(lines, what, variant, batch);
                Source(lines, set.Who).Command("MODE"u8).Param(set.Name.Text).Param($"{(set.Key.Length == 0 ? '-' : '+')}{ModeTable.Key}")
                    .Param(set.Key.Length == 0 ? "*" : set.Key).End();
                break;
            case Event.MaskSet set:
                Begin(lines, what, variant, batch);
                Mask(Source(lines, set.Who), set.Name, '+', set.List, set.Mask).End();
                break;
            case Event.MaskLifted lifted:
                Begin(lines, what, variant, batch);
                Mask(Source(lines, lifted.Who), lifted.Name, '-', lifted.List, lifted.Mask).End();
                break;
            case Event.MaskEnded ended:
                Begin(lines, what, variant, batch);
                Mask(lines.Source(info.Name), ended.Name, '-', ended.List, ended.Mask).End();
                break;
            case Event.Kicked kicked:
                Begin(lines, what, variant, batch);
                Source(lines, kicked.Who).Command("KICK"u8).Param(kicked.Name.Text).Param(kicked.Of.Nick.Text)
                    .LastFitting(kicked.Reason.Length > 0 ? kicked.Reason : kicked.Who.Nick.Text).End();
                break;
            case Event.Announced said:
                Begin(lines, what, variant, batch);
                By(lines, said.By).Command("WALLOPS"u8).LastFitting(said.Text).End();
                break;
            case Event.Overruled overruled:
                Begin(lines, what, variant, batch);
                lines.Source(info.Name).Command("NOTICE"u8).Param(overruled.Name.Text)
                    .LastFitting($"{overruled.By.Map(who => who.Nick.Text).IfNone("the shell")} acts here as an operator of the server: {overruled.Words}").End();
                break;
            // Who is invited hears it, and of the others who asked for that (invite-notify); their copy has no place of its own.
            case Event.Invited invited when what.Sequence.Number > 0 || (variant & Offered.Invitations) != 0:
                Begin(lines, what, variant, batch);
                Source(lines, invited.Who).Command("INVITE"u8).Param(invited.Of.Nick.Text).Param(invited.Name.Text).End();
                break;
            case Event.Knocked knocked:
                Begin(lines, what, variant, batch);
                lines.Source(info.Name).Command(Numerics.RplKnock).Param(knocked.Name.Text).Param(knocked.Name.Text).Param(NameOf(knocked.Who))
                    .LastFitting(knocked.Words.Length == 0 ? "asks to be let in" : $"asks to be let in: {knocked.Words}").End();
                break;
            case Event.AwaySet away when (variant & Offered.Away) != 0:
                Begin(lines, what, variant, batch);
                WithReason(Source(lines, away.Who).Command("AWAY"u8), away.IsAway ? AwayWords(away.Text) : "").End();
                break;
            case Event.RealNameSet set when (variant & Offered.RealNames) != 0:
                Begin(lines, what, variant, batch);
                Source(lines, set.Who).Command("SETNAME"u8).LastFitting(set.RealName).End();
                break;
            case Event.MarkedRead marked when (variant & Offered.ReadMarkers) != 0:
                Begin(lines, what, variant, batch);
                ReadMarkerAnswers.Write(lines.Source(info.Name), marked.Name, marked.Until);
                break;
            case Event.AwaySet or Event.RealNameSet or Event.MarkedRead or Event.Signalled or Event.Invited or Event.Connected or Event.Attached or Event.Detached
                or Event.ServerStarted or Event.ServerEnded or Event.ServerCleared or Event.LevelRaised or Event.LimitsChanged or Event.Forgotten
                or Event.LoggedIn or Event.LoggedOut or Event.AccountRegistered or Event.AccountRemoved or Event.PasswordChanged or Event.CertificateChanged or Event.RecoveryGiven or Event.RegistrationSet
                or Event.RegistrationAsked or Event.RegistrationDecided or Event.Merged
                or Event.RoomPassedOn or Event.RoomDropped or Event.RoomRenamed or Event.MetadataSet or Event.MetadataCleared
                or Event.OwnModeSet or Event.AlarmSet or Event.Killed or Event.BanSet or Event.BanLifted or Event.BanEnded or Event.OperatorSet or Event.WentOnDuty or Event.WentOffDuty:
                break;
        }
    }

    /// <summary>
    /// What each of those who are told hears in words of their own: of a room that was dropped, that they were shown out, and of one that is called
    /// otherwise, if they don't know RENAME, that they left the one and came into the other. An id names one line, so these have none.
    /// </summary>
    public void WriteFor(LineWriter lines, Recorded what, ulong variant, Person hearer, World world)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(hearer);
        var own = what with { Sequence = default };
        if (what.Event is Event.RoomDropped dropped)
        {
            Begin(lines, own, variant, default);
            Source(lines, dropped.Who).Command("KICK"u8).Param(dropped.Name.Text).Param(hearer.Nick.Text)
                .LastFitting(dropped.Reason.Length > 0 ? $"this room is no more: {dropped.Reason}" : "this room is no more").End();
        }
        else if (what.Event is Event.Merged merged)
        {
            WriteMerged(lines, own, merged, variant, hearer, world);
        }
        else if (what.Event is Event.RoomRenamed renamed && (variant & Offered.Renames) != 0)
        {
            Begin(lines, what, variant, default);
            Source(lines, renamed.Who).Command("RENAME"u8).Param(renamed.Name.Text).Param(renamed.New.Text).LastFitting(renamed.Reason).End();
        }
        else if (what.Event is Event.RoomRenamed { Name: var old, New: var name, Reason: var reason } other)
        {
            own = own with { Event = new Event.Left(hearer.Who, other.Room, old, "") };
            Begin(lines, own, variant, default);
            Source(lines, hearer.Who).Command("PART"u8).Param(old.Text).LastFitting($"this room is called {name} now{(reason.Length > 0 ? $": {reason}" : "")}").End();
            Begin(lines, own, variant, default);
            Join(lines, new Event.Joined(hearer.Who, other.Room, name, Rights.None), variant, hearer).End();
        }
    }

    /// <summary>Where the words were forgotten there have to be others: AWAY without any says that somebody is back.</summary>
    public static string AwayWords(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length > 0 ? words : "away";
    }

    private void Said(LineWriter lines, Recorded what, Event.Said said, ulong variant, Within batch)
    {
        if (said.Kind == SayKind.Annotation)
        {
            if ((variant & Offered.Tags) == 0)
                return;
            Begin(lines, what, variant, batch, said.Body.Attributes, isFirst: true);
            Source(lines, said.Who).Command("TAGMSG"u8).Param(Target(said.In)).End();
            return;
        }
        if (!Composition.IsSingle(said.Body))
        {
            Several(lines, what, said, variant, batch);
            return;
        }
        // A message whose words are gone is heard of by nobody, but for who reads history and asks for such.
        if (said.Body.Lines.IsEmpty && !batch.IsPlayed)
            return;
        Begin(lines, what, variant, batch, said.Body.Attributes, isFirst: true);
        Source(lines, said.Who).Command(Verb(said.Kind)).Param(Target(said.In)).Last(said.Body.Lines.IsEmpty ? TakenBack : said.Body.Lines[0]).End();
    }

    private void Begin(LineWriter lines, Recorded what, ulong variant, Within batch)
        => Begin(lines, what, variant, batch, [], isFirst: true);

    /// <summary>Tags. A message that became several lines has its id on the first (multiline's fallback).</summary>
    private void Begin(LineWriter lines, Recorded what, ulong variant, Within batch, Domain.Data.ValueList<Domain.Events.Attribute> attributes, bool isFirst)
    {
        if (batch.Batch is { } name)
            lines.Tag("batch"u8, name);
        if (batch.IsContext && (variant & Offered.Tags) != 0)
            lines.Tag("draft/chathistory-context"u8, "");
        if ((variant & Offered.Times) != 0)
        {
            Span<byte> time = stackalloc byte[ServerTime.Length];
            ServerTime.Format(what.At.Milliseconds, time);
            lines.Tag("time"u8, time);
        }
        if ((variant & Offered.AccountTags) != 0 && what.Event is IActed { Who: var who } && who.Account.TryGet(out var account))
            lines.Tag("account"u8, account.Name.Text);
        if ((variant & Offered.OperatorTags) != 0 && what.Event is IActed { Who.Id: var id } && _world?.OnDuty.Contains(id) == true)
            lines.Tag("draft/oper"u8, "");
        if ((variant & Offered.Tags) != 0 && what.Event is IActed { Who.IsBot: true })
            lines.Tag("bot"u8, "");
        if ((variant & Offered.Tags) == 0)
            return;
        if (isFirst && what.Sequence.Number > 0)
            lines.Tag("msgid"u8, MessageIds.Format(info.Epochs, what.Sequence));
        foreach (var attribute in attributes)
        {
            if (Composition.IsShown(attribute))
                lines.Tag(System.Text.Encoding.UTF8.GetBytes(attribute.Name), attribute.Value);
        }
    }

    private LineWriter By(LineWriter lines, Option<Actor> by) => by.TryGet(out var who) ? Source(lines, who) : lines.Source(info.Name);

    private static LineWriter Source(LineWriter lines, Actor who) => lines.Source(NameOf(who));

    /// <summary>Who it is, as IRC writes it in front of a line.</summary>
    public static string NameOf(Actor who) => $"{who.Nick.Text}!{who.User}@{who.Host}";

    private static LineWriter WithReason(LineWriter lines, string reason) => reason.Length > 0 ? lines.LastFitting(reason) : lines;

    private static ReadOnlySpan<byte> Verb(SayKind kind) => kind == SayKind.Notice ? "NOTICE"u8 : "PRIVMSG"u8;

    private static string Target(Conversation place) => place switch
    {
        Conversation.InRoom { Audience: Audience.Everyone } room => room.Name.Text,
        Conversation.InRoom room => $"{ModeTable.Rights.First(row => row.Audience == room.Audience).Sign}{room.Name.Text}",
        Conversation.Between between => between.To.Nick.Text,
    };
}
