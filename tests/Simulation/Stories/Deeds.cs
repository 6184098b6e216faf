using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Accounts;
using ChatRoom.Simulation.Tests.People;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Stories;

/// <summary>What people do. A command is a row here: who does it, and what they write; what must come of it is the checkers' business.</summary>
public static partial class Deeds
{
    public static IReadOnlyList<Row> Rows { get; } =
    [
        Plain("join", 10, (who, _, chance) => who.Enter(Room(chance))),
        Plain("join all", 2, (who, _, _) => who.Command($"JOIN {string.Join(',', Simulator.RoomNames)}")),
        Plain("part", 4, (who, _, chance) => who.Leave(Room(chance), "later")),
        Plain("say", 20, (who, _, chance) => who.Say("PRIVMSG", Room(chance))),
        Plain("say to operators", 4, (who, _, chance) => who.Say("PRIVMSG", $"@{Room(chance)}")),
        Plain("say much", 4, (who, _, chance) => Times(chance.Between(3, 12), () => who.Say("PRIVMSG", Room(chance)))),
        Plain("say too much for a line", 2, (who, _, chance) => SayTooMuch(who, Room(chance))),
        Plain("say several lines", 4, (who, all, chance) => SaySeveral(who, chance.OneIn(4) ? Somebody(all, chance) : Room(chance), chance.Between(1, 4))),
        Plain("say once more", 5, (who, _, chance) => who.SayOnceMore(chance)),
        Plain("notice", 3, (who, _, chance) => who.Say("NOTICE", Room(chance))),
        Plain("say in private", 8, (who, all, chance) => who.Say("PRIVMSG", Somebody(all, chance))),
        Plain("answer", 3, (who, _, chance) => who.Say("PRIVMSG", Room(chance), $"+draft/reply={Known(who, chance)}")),
        Plain("react", 3, (who, _, chance) => Tags(who, Room(chance), $"+draft/reply={Known(who, chance)};+draft/react=yes")),
        Plain("take a message back", 8, (who, all, chance) => TakeBack(who, chance.OneIn(4) ? Somebody(all, chance) : Room(chance), chance)),
        Plain("type", 3, (who, all, chance) => Tags(who, chance.OneIn(3) ? Somebody(all, chance) : Room(chance), "+typing=active")),
        Plain("rename", 4, (who, _, chance) => who.Command($"NICK {(who.Nick == who.Name ? Simulator.Other(who.Name) : who.Name)}")),
        Plain("take another's name", 2, (who, all, chance) => who.Command($"NICK {Somebody(all, chance)}")),
        Plain("go away", 4, (who, _, _) => who.Command("AWAY :at lunch")),
        Plain("come back", 3, (who, _, _) => who.Command("AWAY")),
        Plain("be away with too many words", 1, (who, _, _) => who.Command($"AWAY :{new string('a', 400)}")),
        Plain("say what one is really called", 2, (who, _, chance) => who.Command($"SETNAME :{who.Name} the {chance.Pick(["first", "second"])}")),
        Plain("mark as read", 4, (who, all, chance) => who.Command($"MARKREAD {(chance.OneIn(3) ? Somebody(all, chance) : Room(chance))} {chance.Pick(["timestamp=2026-01-01T00:00:00.000Z", "timestamp=2030-01-01T00:00:00.000Z", ""])}".TrimEnd())),
        Plain("say something of oneself", 4, (who, _, chance) => who.Command($"METADATA * {chance.Pick(["SET pronouns :they/them", "SET pronouns :she", "SET pronouns", "CLEAR", "LIST", "SUB pronouns url", "SYNC"])}")),
        Plain("say something of a room", 5, (who, _, chance) => who.Command($"METADATA {Room(chance)} {chance.Pick(["SET url :tea.example", "SET url :cup.example", "SET url", "CLEAR", "GET url", "SYNC"])}")),
        Plain("say too much of oneself", 2, (who, _, _) => Many(21, i => who.Command($"METADATA * SET key{i} :{i}"))),
        Plain("set a topic", 4, (who, _, chance) => who.Command($"TOPIC {Room(chance)} :about {chance.Below(100)}")),
        Plain("take a topic away", 1, (who, _, chance) => who.Command($"TOPIC {Room(chance)} :")),
        Plain("set too long a topic", 1, (who, _, chance) => who.Command($"TOPIC {Room(chance)} :{new string('t', 400)}")),
        Plain("set a mode", 6, (who, _, chance) => who.Command($"MODE {Room(chance)} {chance.Pick(["+m", "-m", "+t", "-t", "+l 2", "-l"])}")),
        Plain("set several modes", 3, (who, _, chance) => who.Command($"MODE {Room(chance)} {chance.Pick(["+mt", "-mt", "+l-i 2", "-il", "+Cn-s"])}")),
        Plain("close or open a room", 9, (who, _, chance) => who.Command($"MODE {Room(chance)} {chance.Pick(["+i", "+i", "-i", "+s", "-s", "-n", "+n", "+C", "+C", "-C", "+k tea", "+k tea", "-k", "+R", "+R", "-R"])}")),
        Plain("join with a key", 5, (who, _, chance) => who.Command($"JOIN {Room(chance)} {chance.Pick(["tea", "coffee"])}")),
        Plain("ask a program", 6, (who, _, chance) => AskProgram(who, Room(chance), chance.OneIn(2))),
        Plain("ban", 4, (who, all, chance) => who.Command($"MODE {Room(chance)} {chance.Pick(["+b", "+e", "+I", "-b", "-b"])} {chance.Pick(["", "m:"])}{Somebody(all, chance)}")),
        Plain("ban for a while", 3, (who, all, chance) => who.Command($"TBAN {Room(chance)} {chance.Between(1, 40)} {chance.Pick(["", "m:"])}{Somebody(all, chance)} :cool down")),
        Plain("ban somebody, who comes back", 2, (who, all, chance) => BanAndMeet(who, chance.Pick(all.Plain), Room(chance))),
        Plain("ban many", 1, (who, _, chance) => BanMany(who, Room(chance))),
        Plain("kick", 4, (who, all, chance) => who.Command($"KICK {Room(chance)} {Somebody(all, chance)} :enough")),
        Plain("invite", 4, (who, all, chance) => who.Command($"INVITE {Somebody(all, chance)} {Room(chance)}")),
        Plain("knock", 9, (who, _, chance) => Knock(who, Room(chance), chance.Between(1, 3))),
        Plain("set slow mode", 4, (who, _, chance) => who.Command($"SLOWMODE {Room(chance)} {chance.Pick(["0", "1", "30"])}")),
        Plain("silence somebody, who writes", 3, (who, all, chance) => Silence(who, chance.Pick(all.Plain), chance.Pick(["+", "+", "-"]), chance.Pick(["", "", "a:"]))),
        Plain("silence many", 1, (who, _, _) => SilenceMany(who)),
        Plain("shut out guests", 3, (who, _, chance) => who.Command($"MODE {who.Nick} {chance.Pick(["+R", "+R", "-R"])}")),
        Plain("change a right", 6, (who, all, chance) => who.Command($"MODE {Room(chance)} {chance.Pick(["+o", "-o", "+v", "-v", "+h", "+q", "-q"])} {Somebody(all, chance)}")),
        Plain("found a room and pass it on", 4, (who, all, chance) => Found(who, Room(chance), Somebody(all, chance))),
        Plain("call a room otherwise", 6, (who, _, chance) => who.Command($"RENAME {RoomOf(who, chance)} {(chance.OneIn(2) ? "#attic" : Room(chance))} :{chance.Pick(["", "a better name"])}")),
        Plain("drop a room", 2, (who, _, chance) => who.Command($"DROP {Room(chance)} :over")),
        Plain("register", 8, (who, _, chance) => who.Command($"NS REGISTER tea{(chance.OneIn(2) ? " code" : "")}")),
        Plain("register another's name", 1, (who, all, chance) => who.Command($"REGISTER {Somebody(all, chance)} * tea")),
        Plain("log in", 6, (who, all, chance) => who.Command($"NS IDENTIFY {Somebody(all, chance)} {chance.Pick(["tea", "tea", "coffee"])}")),
        Plain("log in as somebody else too", 5, (who, all, _) => LogInAs(who, all)),
        Plain("log out", 2, (who, _, _) => who.Command("NS LOGOUT")),
        Plain("change one's password", 2, (who, _, chance) => who.Command($"NS PASSWORD {chance.Pick(["tea", "coffee"])}")),
        Plain("change one's certificates", 12, (who, _, chance) => who.Command($"{chance.Pick(["CERT", "NS CERT"])} {chance.Pick(["ADD", "ADD", "ADD", "DEL", "LIST"])} {Certificate(chance.Below(2))}")),
        Plain("recover", 4, (who, _, chance) => who.Command($"{chance.Pick(["RECOVER", "NS RECOVER"])} code tea")),
        Plain("recover with a code", 5, (who, all, chance) => Recover(all, who, chance.Pick(all.Plain))),
        Plain("ask for an account", 4, (who, all, chance) => AskForAccount(all, who, chance.OneIn(2))),
        Plain("tend accounts", 4, (who, all, chance) => AsOperator(who, $"ACCOUNTS {chance.Pick(["APPROVE", "APPROVE", "REFUSE", "WAITING", "INVITE", "RECOVER"])} {Somebody(all, chance)} :why")),
        Plain("stay or not", 5, (who, _, chance) => who.Command($"PERSISTENCE {chance.Pick(["SET ON", "SET ON", "SET OFF", "SET DEFAULT", "GET"])}")),
        Plain("say how much one wants to be told of", 4, (who, _, chance) => who.Command($"NS SET PLAYBACK {chance.Pick(["ON", "OFF", "DEFAULT", "3", "many"])}")),
        Plain("ask for all of one's account, or to erase it", 2, (who, _, chance) => who.Command(chance.Pick(["ACCOUNT ERASE", "NS ERASE", "ACCOUNT ERASE nonsense", "ACCOUNT EXPORT", "NS EXPORT"]))),
        Plain("look at one's devices", 4, (who, _, chance) => who.Command(chance.Pick(["DEVICES", "NS DEVICES", $"DEVICES END {chance.Between(1, 3)}.{chance.Between(1, 9)}"]))),
        Plain("add many certificates", 2, (who, _, _) => Many(17, i => who.Command($"CERT ADD {Certificate(100 + i)}"))),
        Plain("log in by certificate", 6, (who, _, _) => LogInByCertificate(who)),
        Plain("add the same certificate as somebody", 6, (who, all, chance) => AddTheSame(who, chance.Pick(all.Plain))),
        Plain("become an operator", 10, (who, all, chance) => who.Command($"OPER {Somebody(all, chance)} {chance.Pick(["tea", "tea", "tea", "coffee"])}")),
        Plain("be no operator any more", 2, (who, _, _) => who.Command($"MODE {who.Nick} -o")),
        Plain("make an operator", 3, (who, all, chance) => who.Command($"{chance.Pick(["GRANT", "REVOKE"])} {Somebody(all, chance)} {chance.Pick(["kill,ban", "all"])}")),
        Plain("kill", 3, (who, all, chance) => AsOperator(who, $"KILL {Somebody(all, chance)} :enough")),
        Plain("ban from the server", 5, (who, all, chance) => AsOperator(who, $"BAN {chance.Between(1, 60)}s {Banned(all, chance)} :enough")),
        Plain("take a nickname that may be banned", 6, (who, _, _) => who.Command("NICK Gone")),
        Plain("lift a ban from the server", 7, (who, all, chance) => AsOperator(who, chance.OneIn(4) ? "BANS" : $"UNBAN {Banned(all, chance)}")),
        Plain("announce", 3, (who, _, _) => AsOperator(who, "WALLOPS :a short break at noon")),
        Plain("hear announcements", 3, (who, _, chance) => who.Command($"MODE {who.Nick} {chance.Pick(["+w", "-w", "+B", "-B"])}")),
        Plain("act in a room as an operator", 6, (who, all, chance) => AsOperator(who, Overruling(all, chance))),
        Plain("let only accounts in", 2, (who, _, chance) => AsOperator(who, $"ALARM {chance.Pick(["ON", "OFF", "OFF"])} :enough")),
        Plain("watch", 3, (who, all, chance) => who.Command($"MONITOR {chance.Pick(["+", "+", "+", "-"])} {Somebody(all, chance)},{Somebody(all, chance)}")),
        Plain("watch nobody", 1, (who, _, _) => who.Command("MONITOR C")),
        Plain("quit", 2, (who, _, _) => who.Quit("enough")),
        Plain("ask for names", 3, (who, _, chance) => who.Command($"NAMES {Room(chance)}")),
        Plain("ask for history", 4, (who, all, chance) => AskHistory(who, all, chance)),
        Plain("search", 3, (who, all, chance) => who.Command($"SEARCH {chance.Pick(["text=tuan", "text=d*", "text=\"mai\\s2\"", $"from={Somebody(all, chance)}", $"in={Room(chance)};text=tuan", $"in={Somebody(all, chance)}"])};limit=5")),
        Plain("ask much", 3, (who, all, chance) => who.Command(chance.Pick(["LIST", "LIST >0,!#kit*", "HELP", "HELP JOIN", "STATS u", "STATS o", "ADMIN", "MAP", "LINKS", "ISUPPORT", "WHO *", $"WHOIS {Somebody(all, chance)}", $"WHOWAS {Somebody(all, chance)}", "MOTD", "LUSERS", "VERSION", "MODE #lobby", "MODE #lobby b", "INVITE", "SILENCE", "USERHOST Tuan", "ISON Duy", "MODE #lobby q", "CAP LIST"]))),
        Plain("write nonsense", 2, (who, _, chance) => who.Command(chance.Pick(["NONSENSE", "JOIN", "PRIVMSG #lobby", "PRIVMSG nobody :hello", "NICK 9", "USER a 0 * :again", "TOPIC #nowhere :x", "PART #nowhere"]))),
        Screen("say (screen)", 14, (who, chance) => who.Say(Room(chance))),
        Screen("say in private (screen)", 5, (who, chance) => who.Say(chance.Pick(["Tuan", "Duy", "Mai"]))),
        Screen("join (screen)", 4, (who, chance) => who.Join(Room(chance))),
        Screen("part (screen)", 2, (who, chance) => who.Part(Room(chance))),
        Screen("rename (screen)", 2, (who, _) => who.Rename(who.View().Nick == who.Name ? Simulator.Other(who.Name) : who.Name)),
        Screen("go away (screen)", 2, (who, chance) => who.Order("AWAY", chance.OneIn(2) ? "at lunch" : "")),
        Screen("want a new connection (screen)", 2, (who, _) => who.TryNow()),
    ];

    private static Row Plain(string name, int weight, Action<PlainPerson, Simulator, Chance> act) => new(Group.Deed, name, weight, (all, chance) =>
    {
        var who = chance.Pick(all.Plain);
        if (!who.IsIn)
            return false;
        act(who, all, chance);
        return true;
    });

    private static Row Screen(string name, int weight, Action<ScreenPerson, Chance> act) => new(Group.Deed, name, weight, (all, chance) =>
    {
        var who = chance.Pick(all.Screens);
        act(who, chance);
        return true;
    });

    private static string Room(Chance chance) => chance.Pick(Simulator.RoomNames, room => room == "#lobby" ? 4 : 1);

    /// <summary>In which they are, whatever it is called now.</summary>
    private static string RoomOf(PlainPerson who, Chance chance) => who.Rooms.Count > 0 ? chance.Pick([.. who.Rooms]) : Room(chance);

    private static string Somebody(Simulator all, Chance chance) =>
        chance.Below(all.People.Count) is var index && index < all.Plain.Count ? all.Plain[index].Nick : all.People[index].Name;

    private static string Known(PlainPerson who, Chance chance) => who.KnownIds.Count > 0 ? chance.Pick(who.KnownIds) : "epoch0-1";

    private static void Tags(PlainPerson who, string target, string tags)
    {
        if (who.Has("message-tags"))
            who.SayTags(target, tags);
    }

    private static void TakeBack(PlainPerson who, string from, Chance chance)
    {
        if (!who.Has("draft/message-redaction"))
            return;
        var (where, id) = chance.OneIn(2) && who.LastSaid is { } last ? last : (from, Known(who, chance));
        who.Command($"REDACT {where} {id}{(chance.OneIn(2) ? " :oops" : "")}");
    }

    private static void AskHistory(PlainPerson who, Simulator all, Chance chance)
    {
        if (who.Has("draft/chathistory"))
            who.Command(History(who, all, chance));
    }

    private static string History(PlainPerson who, Simulator all, Chance chance)
    {
        var target = chance.OneIn(4) ? Somebody(all, chance) : Room(chance);
        var id = $"msgid={Known(who, chance)}";
        return chance.Below(6) switch
        {
            5 => "CHATHISTORY TARGETS timestamp=2000-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z 5",
            0 => $"CHATHISTORY BEFORE {target} {id} 5",
            1 => $"CHATHISTORY AFTER {target} {id} 5",
            2 => $"CHATHISTORY AROUND {target} {id} 6",
            3 => $"CHATHISTORY BETWEEN {target} {id} msgid={Known(who, chance)} 5",
            _ => $"CHATHISTORY LATEST {target} * 10",
        };
    }

    private static void SaySeveral(PlainPerson who, string to, int lines)
    {
        if (who.Has("draft/multiline") && who.Has("batch"))
            who.SayTogether(to, lines);
    }

    /// <summary>A line that is whole when it comes in, and is not with a name in front.</summary>
    private static void SayTooMuch(PlainPerson who, string room) => who.Command($"PRIVMSG {room} :{new string('x', 510 - "PRIVMSG  :".Length - room.Length)}");

    private static void AskProgram(PlainPerson who, string room, bool isForbidden)
    {
        if (isForbidden)
            who.Command($"MODE {room} +C");
        who.Say("NOTICE", room, isCtcp: true);
    }

    /// <summary>By whom the room may be theirs, if they have an account.</summary>
    private static void Found(PlainPerson who, string room, string other)
    {
        who.Enter(room);
        who.Command($"MODE {room} +qq {who.Nick} {other}");
        who.Command($"MODE {room} -qq {other} {who.Nick}");
    }

    /// <summary>At a room that was closed behind them, as somebody does who was sent out.</summary>
    private static void Knock(PlainPerson who, string room, int times)
    {
        who.Command($"PART {room} :out");
        Times(times, () => who.Command($"KNOCK {room} :may I?"));
    }

    /// <summary>With an account of their own, and then as each of the others: one of them may be registered.</summary>
    private static void LogInAs(PlainPerson who, Simulator all)
    {
        who.Command("NS REGISTER tea");
        foreach (var other in all.Plain.Where(other => other != who))
            who.Command($"NS IDENTIFY {other.Name} tea");
    }

    private static void Silence(PlainPerson who, PlainPerson other, string sign, string kind)
    {
        who.Command($"SILENCE {sign}{kind}{other.Nick}");
        if (other.IsIn)
            other.Say("PRIVMSG", who.Nick);
    }

    private static void BanAndMeet(PlainPerson who, PlainPerson other, string room)
    {
        who.Enter(room);
        who.Command($"MODE {room} +b {other.Nick}");
        if (!other.IsIn)
            return;
        other.Leave(room, "out");
        other.Enter(room);
    }

    private static void SilenceMany(PlainPerson who)
    {
        for (var i = 0; i < 33; i++)
            who.Command($"SILENCE +x{i}");
    }

    private static string Certificate(int number) => $"{number:x64}";

    /// <summary>Each with an account of their own, if they get one.</summary>
    private static void AddTheSame(params PlainPerson[] people)
    {
        foreach (var who in people.Where(who => who.IsIn))
        {
            who.Command("NS REGISTER tea");
            who.Command($"CERT ADD {Certificate(7)}");
        }
    }

    private static void Many(int many, Action<int> act)
    {
        for (var i = 0; i < many; i++)
            act(i);
    }

    private static void Times(int many, Action act) => Many(many, _ => act());
}
