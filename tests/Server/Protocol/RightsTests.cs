using System.Globalization;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>
/// Every command by everybody: who is outside or inside a room, banned, muted, or has a right there. A word for each standing says what comes of it:
/// "yes" where others hear it, "shown" where only an answer comes, "-" where nothing does, else the numeric or FAIL that refuses it.
/// </summary>
public sealed class RightsTests
{
    public enum Standing
    {
        Outside,
        OutsideBanned,
        Inside,
        Muted,
        InsideBanned,
        Voice,
        VoiceMuted,
        HalfOperator,
        Operator,
        Founder,
    }

    private const string Everybody = "shown shown shown shown shown shown shown shown shown shown";
    private const string Insiders = "442 442 yes yes yes yes yes yes yes yes";
    private const string Speakers = "404 404 yes 404 404 yes yes yes yes yes";
    private const string Tending = "442 442 482 482 482 482 482 yes yes yes";
    private const string Ruling = "442 442 482 482 482 482 482 482 yes yes";

    /// <summary>What is set before, what is said, and what comes of it by standing. {0} is the room; Tuan is its operator, Mai is in it, Anh is not.</summary>
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        { "", "JOIN {0}", "yes 474 - - - - - - - -" },
        { "MODE {0} +i", "JOIN {0}", "473 474 - - - - - - - -" },
        { "MODE {0} +k tea", "JOIN {0} coffee", "475 474 - - - - - - - -" },
        { "MODE {0} +k tea", "JOIN {0} tea", "yes 474 - - - - - - - -" },
        { "MODE {0} +l 1", "JOIN {0}", "471 474 - - - - - - - -" },
        { "INVITE Duy {0}", "JOIN {0}", "yes yes - - - - - - - -" },
        { "MODE {0} +I Duy", "JOIN {0}", "yes 474 - - - - - - - -" },
        { "MODE {0} +iI Duy", "JOIN {0}", "yes 474 - - - - - - - -" },
        { "MODE {0} +e Duy", "JOIN {0}", "yes yes - - - - - - - -" },
        { "MODE {0} +R", "JOIN {0}", "yes 474 - - - - - - - -" },
        { "MODE {0} +b a:Duy", "JOIN {0}", "474 474 - - - - - - - -" },
        { "MODE {0} +b m:a:Duy", "PRIVMSG {0} :hello", "404 404 404 404 404 yes yes yes yes yes" },
        { "", "PART {0} :later", Insiders },
        { "", "PRIVMSG {0} :hello", Speakers },
        { "", "PRIVMSG @{0} :hello", Speakers },
        { "", "NOTICE {0} :hello", "- - yes - - yes yes yes yes yes" },
        { "", "@+x=1 TAGMSG {0}", Speakers },
        { "", "@+typing=active TAGMSG {0}", Speakers },
        { "MODE {0} -n", "PRIVMSG {0} :hello", "yes 404 yes 404 404 yes yes yes yes yes" },
        { "MODE {0} +m", "PRIVMSG {0} :hello", "404 404 404 404 404 yes yes yes yes yes" },
        { "MODE {0} +C", "PRIVMSG {0} :\u0001VERSION\u0001", "404 404 404 404 404 404 404 404 404 404" },
        { "MODE {0} +e Duy", "PRIVMSG {0} :hello", "404 404 yes yes yes yes yes yes yes yes" },
        { "MODE {0} +e m:Duy", "PRIVMSG {0} :hello", "404 404 yes yes 404 yes yes yes yes yes" },
        { "MODE {0} +s", "PRIVMSG {0} :hello", "401 401 yes 404 404 yes yes yes yes yes" },
        { "", "REDACT {0} nothing", "FAIL FAIL FAIL FAIL FAIL FAIL FAIL FAIL FAIL FAIL" },
        { "", "MARKREAD {0} timestamp=2026-01-01T00:00:00.000Z", "FAIL FAIL shown shown shown shown shown shown shown shown" },
        { "", "METADATA {0} SET url :tea", "FAIL FAIL FAIL FAIL FAIL FAIL FAIL FAIL shown shown" },
        { "METADATA {0} SET url :tea", "METADATA {0} CLEAR", "FAIL FAIL FAIL FAIL FAIL FAIL FAIL FAIL shown shown" },
        { "METADATA {0} SET url :tea", "METADATA {0} GET url", "shown FAIL shown shown shown shown shown shown shown shown" },
        { "MODE {0} +i", "METADATA {0} LIST", "FAIL FAIL - - - - - - - -" },
        { "", "METADATA {0} SYNC", "FAIL FAIL - - - - - - - -" },
        { "", "TOPIC {0}", "442 442 shown shown shown shown shown shown shown shown" },
        { "", "TOPIC {0} :tea", "442 442 yes 404 404 yes yes yes yes yes" },
        { "MODE {0} +t", "TOPIC {0} :tea", Tending },
        { "MODE {0} +s", "TOPIC {0} :tea", "403 403 yes 404 404 yes yes yes yes yes" },
        { "", "NAMES {0}", Everybody },
        { "", "LIST {0}", Everybody },
        { "", "WHO {0}", Everybody },
        { "", "WHOIS Mai", Everybody },
        { "", "MODE {0}", Everybody },
        { "MODE {0} +s", "MODE {0}", "403 403 shown shown shown shown shown shown shown shown" },
        { "", "MODE {0} b", Everybody },
        { "", "MODE {0} +m", Tending },
        { "", "MODE {0} +s", Tending },
        { "", "MODE {0} +k tea", Tending },
        { "", "MODE {0} +l 5", Tending },
        { "", "MODE {0} +b Anh", Tending },
        { "", "MODE {0} +b m:Anh", Tending },
        { "", "MODE {0} +e Anh", Tending },
        { "", "MODE {0} +I Anh", Tending },
        { "MODE {0} +b Anh", "MODE {0} -b Anh!*@*", Tending },
        { "", "MODE {0} +q Mai", Ruling },
        { "", "MODE {0} -q Duy", "442 442 - - - - - - - 485" },
        { "", "MODE {0} -q Tuan", "442 442 482 482 482 482 482 482 - -" },
        { "", "MODE {0} +R", Tending },
        { "", "MODE {0} +H 10", Tending },
        { "", "RENAME {0} {0}x :moved", Ruling },
        { "", "DROP {0} :over", "485 485 485 485 485 485 485 485 485 yes" },
        { "", "MODE {0} +v Mai", Tending },
        { "", "MODE {0} +h Mai", Ruling },
        { "", "MODE {0} +o Mai", Ruling },
        { "", "MODE {0} -o Tuan", Ruling },
        { "", "SLOWMODE {0} 5", Tending },
        { "", "TBAN {0} 60 Anh", Tending },
        { "", "KICK {0} Mai", Tending },
        { "", "KICK {0} Tuan", Ruling },
        { "", "INVITE Anh {0}", "442 442 shown shown shown shown shown shown shown shown" },
        { "MODE {0} +i", "INVITE Anh {0}", "442 442 482 482 482 482 482 shown shown shown" },
        { "", "KNOCK {0}", "713 474 714 714 714 714 714 714 714 714" },
        { "MODE {0} +i", "KNOCK {0}", "yes 474 714 714 714 714 714 714 714 714" },
        { "PRIVMSG {0} :tea", "CHATHISTORY LATEST {0} * 5", "FAIL FAIL shown shown shown shown shown shown shown shown" },
    };

    /// <summary>Nobody's standing in a room changes what comes of these.</summary>
    private static readonly string[] OfNoRoom =
    [
        "CAP", "PASS", "NICK", "USER", "AUTHENTICATE", "RESUME", "WEBIRC", "PING", "PONG", "QUIT", "AWAY", "SETNAME", "WHOWAS", "USERHOST", "ISON", "SILENCE", "REGISTER", "VERIFY", "NS", "NICKSERV", "CERT", "MONITOR", "RECOVER", "DEVICES", "ACCOUNT", "PERSISTENCE", "BATCH", "MOTD", "LUSERS", "VERSION", "TIME", "INFO", "ISUPPORT", "ADMIN", "LINKS", "MAP", "STATS", "HELP", "HELPOP", "SEARCH",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_a_command_comes_to_by_standing(string before, string line, string verdicts)
    {
        await using var server = TestServer.Start();
        Client[] all = [await server.Connect("Tuan", "message-tags draft/channel-rename"), await server.Connect("Duy", "message-tags draft/message-redaction"), await server.Connect("Mai"), await server.Connect("Anh")];
        await all[1].Ask("NS REGISTER tea");
        await all[2].Ask("NS REGISTER tea");
        var told = new List<string>();
        foreach (var standing in Enum.GetValues<Standing>())
        {
            // In a room of its own, and so much later that nobody has knocked a moment ago.
            var room = $"#r{told.Count}";
            server.Clock.Move(TimeSpan.FromSeconds(61));
            told.Add(await Verdict(all[0], all[1], all[2], standing, room, string.Format(CultureInfo.InvariantCulture, before, room), string.Format(CultureInfo.InvariantCulture, line, room)));
            foreach (var one in all)
                await one.Ask($"PART {room}");
        }
        Assert.Equal(verdicts, string.Join(' ', told));
    }

    [Fact]
    public void Every_command_has_a_row() => Assert.Equal(
        CommandTable.Known.Select(row => row.Name).Order(StringComparer.Ordinal),
        Rows.Select(row => (string)row[1]!).Select(Verb).Concat(OfNoRoom).Concat(OperatorRightsTests.Verbs).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_mode_and_list_has_a_row() => Assert.All(
        ModeTable.All.Where(letter => letter != 'W'),
        letter => Assert.Contains(Rows, row => $"{row[0]} {row[1]}".Split(' ').Any(word => word.Length > 1 && word[0] is '+' or '-' && word.Contains(letter, StringComparison.Ordinal))));

    [Fact]
    public void Every_right_and_every_list_that_silences_is_a_standing()
    {
        var standings = Enum.GetNames<Standing>();
        Assert.All(ModeTable.Rights, row => Assert.Contains($"{row.Right}", standings));
        Assert.All((MaskList[])[MaskList.Ban, MaskList.Mute], list => Assert.Contains(standings, name => name.Contains(list == MaskList.Ban ? "Banned" : "Muted", StringComparison.Ordinal)));
    }

    private static async Task<string> Verdict(Client tuan, Client duy, Client mai, Standing standing, string room, string before, string line)
    {
        await tuan.Ask($"JOIN {room}");
        await mai.Ask($"JOIN {room}");
        if (standing is not (Standing.Outside or Standing.OutsideBanned))
            await duy.Ask($"JOIN {room}");
        await tuan.Ask($"MODE {room} {Given(standing)}", before);
        await duy.Heard();
        var answers = await duy.Ask(line);
        var heard = await tuan.Heard();
        return answers.Select(Refusal).FirstOrDefault(refusal => refusal is not null)
            ?? (heard.Any(one => Untagged(one).StartsWith(":Duy!", StringComparison.Ordinal) || one.Contains(" 710 ", StringComparison.Ordinal)) ? "yes" : answers.Count > 0 ? "shown" : "-");
    }

    private static string Given(Standing standing) => standing switch
    {
        Standing.OutsideBanned or Standing.InsideBanned => "+b Duy",
        Standing.Muted => "+b m:Duy",
        Standing.Voice => "+v Duy",
        Standing.VoiceMuted => "+vb Duy m:Duy",
        Standing.HalfOperator => "+h Duy",
        Standing.Operator => "+o Duy",
        Standing.Founder => "+q Duy",
        _ => "",
    };

    private static string Verb(string line) => Untagged(line).Split(' ')[0];

    private static string Untagged(string line) => line.StartsWith('@') ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line;

    private static string? Refusal(string answer) =>
        Untagged(answer).Split(' ')[1] is var word && (word == "FAIL" || (word.Length == 3 && (word[0] is '4' or '5' || word is "712" or "713" or "714"))) ? word : null;
}
