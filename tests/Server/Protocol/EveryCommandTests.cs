using System.Text;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>
/// Every command of the table, those that are added later too, with whatever should not stand behind it: who sent it is answered and stays, because a handler that fails ends the
/// connection.
/// </summary>
public sealed class EveryCommandTests
{
    private const string All = "message-tags server-time batch labeled-response echo-message draft/multiline draft/chathistory draft/message-redaction draft/read-marker draft/metadata-3 draft/channel-rename";

    /// <summary>Behind a command: too little, too much, nothing in it, and what is no name, number, time, place or text.</summary>
    private static readonly string[] Behind =
    [
        "", ":", " :", "* :", "*", "#", "#tea", "#tea :", "#tea #tea", "#tea * :", "#tea *", "#tea -1 :", "#tea +xyz a b c", "#tea -+-+ :", "#tea 99999999999999999999", "#tea timestamp=", "#tea msgid=",
        "#tea timestamp=9999-99-99T99:99:99.999Z", "#tea msgid=x-99999999999999999999 :", ",,,,", "#,#,#", "Tuan", "Tuan,Tuan,Tuan,Tuan,Tuan,Tuan", "Nobody Nobody Nobody", "0", "-1", "=", "+", "-", "+ + +",
        ":\u0001", ":\u0001ACTION", ":%s%n{0}", "a!b@c", "*!*@*", "*.*.*.* :", "SET", "SET * *", "SUB :", "LIST :", "END :", "GET #tea :", "LATEST #tea * 0", "BETWEEN #tea * * 1", "+a draft/multiline #tea", "+a", "-a", "-nothing",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 :15 16", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", ":ü \u202e", ":\U0001F600",
    ];

    private static readonly string[] Before = ["", "@label=1 ", "@a;a;a ", "@a=1;a=2;+x=1;+x=2;label=3;label=4 ", "@batch=nothing ", "@=;;=;+;+= ", "@+draft/reply=x;+draft/react= ", "@time=never;msgid=forged;account=root ", ":forged!source@here "];

    public static TheoryData<string> Commands => [.. CommandTable.Known.Select(row => row.Name).Where(name => name != "QUIT").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Whatever_stands_around_it_is_answered_and_ends_nothing(string command)
    {
        await using var server = TestServer.Start();
        var bystander = await server.Connect("Bystander", "", "#tea");
        foreach (var capabilities in (string[])["", All])
        {
            var tuan = await server.Connect("Tuan", capabilities, "#tea");
            foreach (var before in Before)
                await tuan.Ask(Behind.Select(behind => $"{before}{command} {behind}".TrimEnd(' ')));
            await tuan.Ask($"@+a={new string('y', 4000)} {command}", $"@+a={new string('y', 8000)} {command} #tea :x", $"{command} #tea :{new string('z', 490 - command.Length)}", $"{command} {new string('#', 8000)}");
            // What was begun stays so, and is no reason to end either.
            Assert.Contains(await tuan.Ask("VERSION"), line => line.Contains(" 351 ", StringComparison.Ordinal));
            await tuan.Vanish();
            await bystander.Heard();
        }
        Assert.Contains(await bystander.Ask("VERSION"), line => line.Contains(" 351 ", StringComparison.Ordinal));
    }

    /// <summary>Who says who others are, and may not, is not listened to any more (WEBIRC).</summary>
    public static TheoryData<string> CommandsBefore => [.. CommandTable.Known.Select(row => row.Name).Where(name => name is not ("QUIT" or "WEBIRC")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(CommandsBefore))]
    public async Task Before_one_is_let_in_too(string command)
    {
        await using var server = TestServer.Start();
        var tuan = server.Dial();
        foreach (var behind in Behind)
            await tuan.Send($"{command} {behind}".TrimEnd(' '));

        // Whatever it did, the connection still hears.
        await tuan.Send("CAP LS 302");
        string? heard;
        do
            heard = await tuan.Next();
        while (heard is not null && !(heard.Contains(" CAP ", StringComparison.Ordinal) && heard.Contains(" LS ", StringComparison.Ordinal)));
        Assert.NotNull(heard);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_line_may_be_cut_at_every_byte(string command)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", All, "#tea");
        var line = Encoding.UTF8.GetBytes($"@+a=\\:é;label=x {command} #tea :é\r\n");
        for (var cut = 1; cut < line.Length; cut++)
        {
            await tuan.SendBytes(line.AsMemory(0, cut));
            await tuan.Wire.WhenTaken();
            await tuan.SendBytes(line.AsMemory(cut));
        }

        Assert.Contains(await tuan.Ask("VERSION"), heard => heard.Contains(" 351 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Batches_within_batches_and_without_end_are_refused_and_end_nothing()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", All, "#tea");
        await tuan.Ask(Enumerable.Range(0, 500).Select(i => $"{(i > 0 ? $"@batch=b{i - 1} " : "")}BATCH +b{i} draft/multiline #tea"));
        await tuan.Ask(Enumerable.Range(0, 500).Select(i => $"@batch=b{i % 7} PRIVMSG #tea :{i}"));
        await tuan.Ask(Enumerable.Range(0, 500).Select(i => $"BATCH -b{499 - i}"));

        Assert.Contains(await tuan.Ask("VERSION"), heard => heard.Contains(" 351 ", StringComparison.Ordinal));
        Assert.Contains(await tuan.Ask("PRIVMSG #tea :after"), heard => heard.EndsWith(":after", StringComparison.Ordinal));
    }
}
