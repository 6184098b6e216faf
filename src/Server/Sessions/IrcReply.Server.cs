using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>The short questions about the server itself.</summary>
public abstract partial record IrcReply
{
    public sealed record Support : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => from.Welcome.Support(from.World, to);
    }

    /// <summary>Who tends the server, as they say it in its settings.</summary>
    public sealed record Admin : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var lines = from.Info.Live.Current.Admin;
            if (lines.Count == 0)
            {
                to.Begin(Numerics.ErrNoAdminInfo).Param(to.Server).Last("Who tends this server does not say who they are").End();
                return;
            }
            to.Begin(Numerics.RplAdminMe).Param(to.Server).Last("Who tends this server").End();
            string[] places = [lines.Count > 1 ? lines[0] : "", lines.Count > 2 ? lines[1] : "", lines[^1]];
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i].Length > 0)
                    to.Begin(Sessions.Numeric.Code(Numerics.RplAdminLoc1) + i).LastFitting(places[i]).End();
            }
        }
    }

    /// <summary>The servers that are one chat, or those whose names fit.</summary>
    public sealed record Links(string Mask) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => ServerAnswers.Links(from, Mask, to);
    }

    public sealed record Map : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => ServerAnswers.Map(from, to);
    }

    /// <summary>How long the server runs, or another one, or who its operators are; the moment is that of the question.</summary>
    public sealed record Stats(string Letter, string Server, long Milliseconds) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var world = from.World;
            if (Letter == "u")
            {
                if (ServerAnswers.Find(from, Server, to) is not { } asked)
                    return;
                var up = TimeSpan.FromMilliseconds(Math.Max(0, Milliseconds - asked.Since.Milliseconds));
                to.Begin(Numerics.RplStatsUptime).Last($"Server up {up.Days} days {up.Hours}:{up.Minutes:00}:{up.Seconds:00}").End();
            }
            else if (Letter == "o" && world.Person(from.Connection).Exists(person => person.OnDutyAs.IsSome))
            {
                foreach (var (id, powers) in world.Operators)
                {
                    if (world.Accounts.Find(id).TryGet(out var account))
                        to.Begin(Numerics.RplStatsOLine).Param("O").Param("*").Param("*").Param(account.Name.Text).Last(PowerWords.Of(powers)).End();
                }
            }
            else if (Letter == "o")
            {
                to.Begin(Numerics.ErrNoPrivileges).Last("Who the operators of this server are is for operators").End();
                return;
            }
            to.Begin(Numerics.RplEndOfStats).Param(Sessions.Numeric.Word(Letter)).Last("End of STATS").End();
        }
    }
}
