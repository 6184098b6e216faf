using System.Globalization;
using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>What people say: PRIVMSG, NOTICE, TAGMSG.</summary>
public static class Talk
{
    internal static readonly CommandRow[] Commands =
    [
        new("PRIVMSG", 0, CommandTime.After, Message),
        new("NOTICE", 0, CommandTime.After, Notice),
        new("TAGMSG", 1, CommandTime.After, Tags),
    ];

    private static ReadOnlySpan<byte> OnceTag => "+chatroom/once"u8;

    public static void Message(Session session, in Line line) => Say(session, line, SayKind.Message);

    public static void Notice(Session session, in Line line) => Say(session, line, SayKind.Notice);

    public static void Tags(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        // Without the capability nobody could hear it either.
        if (!session.Capabilities.HasFlag(Capability.MessageTags))
        {
            session.Reply(Numerics.ErrUnknownCommand, "TAGMSG", "This command needs the capability message-tags");
            return;
        }
        var attributes = Attributes(session, line);
        if (attributes.IsEmpty)
            return;
        var isPassing = attributes.All(attribute => attribute.Name is "+typing" or "+draft/typing");
        foreach (var target in Targets(session, line.Text(0), isAnswered: true))
        {
            session.Act(isPassing
                ? new Command.Signal(target, attributes)
                : new Command.Say(target, SayKind.Annotation, Once(session, line), AboutWhat(session, attributes), new Body([], attributes)));
        }
    }

    private static void Say(Session session, in Line line, SayKind kind)
    {
        ArgumentNullException.ThrowIfNull(session);
        var isAnswered = kind != SayKind.Notice;
        if (line.Count == 0 || line[1].IsEmpty)
        {
            if (isAnswered && line.Count == 0)
                session.Reply(Numerics.ErrNoRecipient, "To whom? PRIVMSG needs a room or a nickname");
            else if (isAnswered)
                session.Reply(Numerics.ErrNoTextToSend, "There is no text to send");
            return;
        }
        if (PlaybackModule.Is(line.Text(0)))
        {
            if (isAnswered)
                PlaybackModule.Hear(session, line.Text(1));
            return;
        }
        if (ReservedNick.Is(line.Text(0)))
        {
            if (isAnswered)
                NickServ.Hear(session, line.Text(1));
            return;
        }
        var body = new Body([line.Text(1)], Attributes(session, line));
        var once = Once(session, line);
        foreach (var target in Targets(session, line.Text(0), isAnswered))
            Say(session, target, kind, body, once, line[1].Length);
    }

    /// <summary>How long nick, user and host together may be, so that `:nick!user@host PRIVMSG target :text` CR LF has 512 bytes at most.</summary>
    internal static int RoomForNames(SayKind kind, Target to, int textBytes)
    {
        const int frame = 7; // ":", "!", "@", three spaces and ":" around the parts
        var verb = kind == SayKind.Notice ? "NOTICE".Length : "PRIVMSG".Length;
        var target = to switch
        {
            Target.ToRoom room => Encoding.UTF8.GetByteCount(room.Name.Text) + (room.Audience == Audience.Everyone ? 0 : 1),
            Target.ToPerson person => person.Nick.Text.Length,
        };
        return LineLimits.Body - LineLimits.End - frame - verb - target - textBytes;
    }

    /// <summary>What came in several lines is one message (draft/multiline).</summary>
    internal static void SayTogether(Session session, ClientBatch batch)
    {
        var kind = batch.Kind!.Value;
        var body = Composition.Join(batch.Pieces, batch.Attributes);
        foreach (var target in Targets(session, batch.Target, isAnswered: kind != SayKind.Notice))
            Say(session, target, kind, body, batch.Once, batch.LongestBytes);
    }

    private static void Say(Session session, Target target, SayKind kind, Body body, Option<IdempotencyKey> once, int longestBytes)
    {
        session.Act(new Command.Say(target, kind, once, AboutWhat(session, body.Attributes), body)
        {
            IsCtcp = IsCtcp(body.Lines[0]),
            RoomForNames = RoomForNames(kind, target, longestBytes),
        });
        if (kind != SayKind.Notice && target is Target.ToPerson person)
            TellWhetherAway(session, person.Nick);
    }

    /// <summary>A question to the other's program, or its answer; what somebody does ("/me") is speech.</summary>
    private static bool IsCtcp(string text) => text.StartsWith('\u0001') && !text.StartsWith("\u0001ACTION", StringComparison.OrdinalIgnoreCase);

    /// <summary>Asked only where it may be so, because most who are written to are here.</summary>
    internal static void TellWhetherAway(Session session, Nick nick)
    {
        if (!session.Context.World.Person(nick).Exists(person => person.Away.IsSome))
            return;
        session.Reply(new IrcReply.Absence(nick));
    }

    /// <param name="session">Who speaks.</param>
    /// <param name="words">To whom, with commas.</param>
    /// <param name="isAnswered">False for a NOTICE: no error may ever come of one (RFC 1459 section 4.4.2), so that two programs never answer each other for ever.</param>
    private static List<Target> Targets(Session session, string words, bool isAnswered)
    {
        var targets = new List<Target>(1);
        void Refuse(ReadOnlySpan<byte> numeric, string word, string text)
        {
            if (isAnswered)
                session.Reply(numeric, word, text);
        }
        foreach (var word in words.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (targets.Count == Limits.Targets)
            {
                Refuse(Numerics.ErrTooManyTargets, word, $"{Limits.Targets} targets at once are the most; nothing was sent to this one");
                break;
            }
            var audience = ModeTable.AudienceOf(word[0]);
            var name = audience == Audience.Everyone ? word : word[1..];
            if (name.StartsWith('#'))
                RoomName.Parse(name).Match(
                    room => targets.Add(new Target.ToRoom(room, audience)),
                    fault => Refuse(Numerics.ErrNoSuchNick, name, Faults.Room(fault)));
            else
                Nick.Parse(word).Match(
                    nick => targets.Add(new Target.ToPerson(nick)),
                    _ => Refuse(Numerics.ErrNoSuchNick, word, "Nobody of that nickname is here"));
        }
        return targets;
    }

    /// <summary>The tags that clients say to each other. Only the id that says a message is the same one is for us alone.</summary>
    internal static Domain.Data.ValueList<Domain.Events.Attribute> Attributes(Session session, in Line line)
    {
        var attributes = new List<Domain.Events.Attribute>();
        if (!session.Capabilities.HasFlag(Capability.MessageTags) || line.Tags.IsEmpty)
            return [];
        var denied = session.Context.Info.Live.Current.DeniedTags;
        foreach (var tag in line.EachTag())
        {
            if (tag.IsClientOnly && !tag.Name.SequenceEqual(OnceTag) && Encoding.UTF8.GetString(tag.Name) is var name && !denied.Holds(name))
                attributes.Add(new Domain.Events.Attribute(name, TagValue.Unescape(tag.RawValue)));
        }
        KeepLast(attributes);
        return [.. attributes];
    }

    /// <summary>Of tags with one name only the last one counts (message-tags).</summary>
    private static void KeepLast(List<Domain.Events.Attribute> attributes)
    {
        if (attributes.Count < 2)
            return;
        var names = new System.Collections.Generic.HashSet<string>(attributes.Count, StringComparer.Ordinal);
        attributes.Reverse();
        attributes.RemoveAll(attribute => !names.Add(attribute.Name));
        attributes.Reverse();
    }

    /// <summary>
    /// Which message of this journal it answers or reacts to (+reply, +react and +unreact, also by their draft names). An id that is none of
    /// ours stays an attribute and no more.
    /// </summary>
    private static Option<Domain.Events.About> AboutWhat(Session session, Domain.Data.ValueList<Domain.Events.Attribute> attributes)
    {
        var about = Option<Domain.Events.About>.None;
        var kind = AboutKind.Reply;
        foreach (var attribute in attributes)
        {
            switch (attribute.Name)
            {
                case "+reply" or "+draft/reply":
                    about = MessageIds.Parse(session.Context.Info.Epochs, attribute.Value).Map(what => new Domain.Events.About(what, AboutKind.Reply));
                    break;
                case "+react" or "+draft/react":
                    kind = AboutKind.Reaction;
                    break;
                case "+unreact" or "+draft/unreact":
                    kind = AboutKind.ReactionTakenBack;
                    break;
                default:
                    break;
            }
        }
        return about.Map(found => found with { Kind = kind });
    }

    internal static Option<IdempotencyKey> Once(Session session, in Line line) =>
        session.Capabilities.HasFlag(Capability.Once) && line.TryTag(OnceTag, out var raw) && raw.Length == 32
            && UInt128.TryParse(Encoding.ASCII.GetString(raw), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
                ? new IdempotencyKey(bits)
                : Option<IdempotencyKey>.None;
}
