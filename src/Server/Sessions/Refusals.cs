using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>The table of refusals: each in the numeric that IRC has for it, in words that say what is wrong and what would be right.</summary>
public static class Refusals
{
    public static void Write(Numeric to, Command command, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        // A NOTICE is never answered with an error (RFC 1459 section 4.4.2). That it was not kept is said all the same.
        if (command is Command.Say { Kind: SayKind.Notice })
            return;
        _ = refusal.Match(
            taken => to.Begin(Numerics.ErrNicknameInUse).Param(taken.Wanted.Text)
                .Last($"Nickname is in use: {taken.Holder} holds it since {ServerTime.Format(taken.Since.Milliseconds)}; choose another"),
            () => to.Begin(Numerics.ErrAlreadyRegistered).Last("You are connected already"),
            () => to.Begin(Numerics.ErrNotRegistered).Last("You are not connected yet: send NICK and USER first"),
            room => IsSpeech(command)
                ? to.Begin(Numerics.ErrNoSuchNick).Param(room.Room.Text).Last("There is no such room; JOIN opens it")
                : to.Begin(Numerics.ErrNoSuchChannel).Param(room.Room.Text).Last("There is no such room; JOIN opens it"),
            room => IsSpeech(command)
                ? to.Begin(Numerics.ErrCannotSendToChan).Param(room.Room.Text).Last("You are not in that room, so you can't speak there; JOIN it first")
                : to.Begin(Numerics.ErrNotOnChannel).Param(room.Room.Text).Last("You are not in that room; JOIN it first"),
            person => to.Begin(Numerics.ErrNoSuchNick).Param(person.Nick.Text).Last("Nobody of that nickname is here"),
            rooms => to.Begin(Numerics.ErrTooManyChannels).Param(rooms.Room.Text).Last($"You are in {rooms.Most} rooms, which is the most; PART one first"),
            topic => to.Begin(Numerics.ErrInputTooLong).Last($"That topic has {topic.Length} bytes; {topic.Most} are the most"),
            away => to.Begin(Numerics.ErrInputTooLong).Last($"That message for being away has {away.Length} bytes; {away.Most} are the most"),
            level => throw new InvalidOperationException($"A server of level {level.Reads} began on a journal of level {level.Level}."),
            level => to.Writer.Source(to.Server).Command("FAIL"u8).Param(Verb(command)).Param("NOT_YET").Last(
                $"This needs level {level.Level} of the journal, which another server that shares it can't read; upgrade that one first")).End();
    }

    /// <summary>The journal failed: what was asked for did not happen, and the sender must know.</summary>
    public static void WriteNotKept(Numeric to, Command command, string why)
    {
        var about = command switch
        {
            Command.Say say => say.To.Match(room => room.Name.Text, person => person.Nick.Text),
            Command.Join join => join.Room.Text,
            Command.Leave leave => leave.Room.Text,
            Command.SetTopic topic => topic.Room.Text,
            _ => "*",
        };
        to.Writer.Source(to.Server).Command("FAIL"u8).Param(Verb(command)).Param("NOT_KEPT").Param(about)
            .Last($"This was not kept and nobody heard it: {why}. Say it again later").End();
    }

    private static bool IsSpeech(Command command) => command is Command.Say or Command.Signal;

    private static string Verb(Command command) => command switch
    {
        Command.Say { Kind: SayKind.Notice } => "NOTICE",
        Command.Say { Kind: SayKind.Annotation } or Command.Signal => "TAGMSG",
        Command.Say => "PRIVMSG",
        Command.Join => "JOIN",
        Command.Leave => "PART",
        Command.SetTopic => "TOPIC",
        Command.Rename => "NICK",
        Command.SetAway => "AWAY",
        Command.Connect => "USER",
        Command.Quit => "QUIT",
        Command.StartServer or Command.EndServer or Command.ClearEnded or Command.Expire or Command.ChangeLimits or Command.Forget => "*",
        _ => throw new InvalidOperationException($"{command.GetType().Name} is missing in Verb."),
    };
}
