using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>The short questions about who is here, and who is away.</summary>
public abstract partial record IrcReply
{
    /// <summary>Whether the client is away, if these words are still how it is; where they were refused, the refusal says enough.</summary>
    public sealed record OwnAbsence(string Words) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var words = Words;
            if (!from.World.Person(from.Connection).Exists(person => person.Away.Map(away => away.Text).IfNone("") == words))
                return;
            if (words.Length > 0)
                to.Begin(Numerics.RplNowAway).Last("You are away now; who writes to you is told so").End();
            else
                to.Begin(Numerics.RplUnAway).Last("You are here again").End();
        }
    }

    /// <summary>That somebody to whom the client wrote is away.</summary>
    public sealed record Absence(Nick Of) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (from.World.Person(Of).TryGet(out var person))
                PeopleAnswers.Away(person, to);
        }
    }

    /// <summary>Who was called that lately (WHOWAS).</summary>
    public sealed record Formers(string Nick, int Most) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PeopleAnswers.Whowas(from, Nick, Most, to);
    }

    /// <summary>Up to when the client has read what is called so; if it has just set that, only where it could.</summary>
    public sealed record ReadMarker(string Word, bool IsSet) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => ReadMarkerAnswers.Write(from, Word, IsSet, to);
    }

    /// <summary>Who of these nicknames is here, and who is not.</summary>
    public sealed record Presence(Domain.Data.ValueList<Nick> Nicks) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PresenceAnswers.Write(from.World, Nicks, to);
    }

    /// <summary>The same of those whom the client just began to watch, and what is said of them.</summary>
    public sealed record PresenceOfWatched(Domain.Data.ValueList<Nick> Nicks) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            PresenceAnswers.Write(from.World, Nicks, to);
            MetadataAnswers.Watched(from, Nicks, to);
        }
    }

    public sealed record Watched(Domain.Data.ValueList<Nick> Nicks) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PresenceAnswers.List(Nicks, to);
    }

    public sealed record WatchedTooMany(string Nicks) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => to.Begin(Numerics.ErrMonListFull).Param(Limits.Watched).Param(Sessions.Numeric.Word(Nicks))
            .Last($"You can watch {Limits.Watched} nicknames, and these are too many; MONITOR - takes some off").End();
    }
}
