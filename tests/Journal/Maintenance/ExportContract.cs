using System.Text;
using System.Text.Json;
using ChatRoom.Domain.Events;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Journal.Tests.Maintenance;

public abstract class ExportContract
{
    private protected abstract Kept Keep(IReadOnlyList<Recorded> events);

    private protected Kept Keep(int lines = 0) => Keep(Kept.Told(lines));

    [ContractFact]
    public void Every_event_is_a_line_in_order()
    {
        using var kept = Keep(lines: 1200);

        var lines = Lines(kept);
        Assert.Equal(kept.Events.Select(recorded => $"{kept.Epoch}-{recorded.Sequence}"), lines.Select(line => Field(line, "msgid")));
    }

    [ContractFact]
    public void The_names_of_fields_never_change()
    {
        using var kept = Keep();
        var expected = """
            {"type":"serverStarted","time":"1970-01-01T00:00:01.010Z","msgid":"*-1","server":1,"level":1}
            {"type":"connected","time":"1970-01-01T00:00:01.020Z","msgid":"*-2","server":1,"connection":1,"person":1,"nick":"Tuan","user":"user","host":"guest","realName":"Tuấn"}
            {"type":"connected","time":"1970-01-01T00:00:01.030Z","msgid":"*-3","server":1,"connection":2,"person":2,"nick":"Duy","user":"user","host":"guest","realName":null}
            {"type":"connected","time":"1970-01-01T00:00:01.040Z","msgid":"*-4","server":1,"connection":3,"person":3,"nick":"Mai","user":"mai","host":"members.example","account":"mai","accountId":7,"realName":"Mai"}
            {"type":"attached","time":"1970-01-01T00:00:01.050Z","msgid":"*-5","server":1,"connection":4,"person":3,"nick":"Mai","user":"mai","host":"members.example","account":"mai","accountId":7}
            {"type":"joined","time":"1970-01-01T00:00:01.060Z","msgid":"*-6","person":1,"nick":"Tuan","user":"user","host":"guest","room":"#Lobby","roomId":1,"rights":"operator"}
            {"type":"joined","time":"1970-01-01T00:00:01.070Z","msgid":"*-7","person":3,"nick":"Mai","user":"mai","host":"members.example","account":"mai","accountId":7,"room":"#Lobby","roomId":1}
            {"type":"joined","time":"1970-01-01T00:00:01.080Z","msgid":"*-8","person":2,"nick":"Duy","user":"user","host":"guest","room":"#kitchen","roomId":2,"rights":"operator"}
            {"type":"said","time":"1970-01-01T00:00:01.090Z","msgid":"*-9","person":1,"nick":"Tuan","user":"user","host":"guest","room":"#Lobby","roomId":1,"kind":"message","id":"0000000000000000000000000000000b","text":"one"}
            {"type":"said","time":"1970-01-01T00:00:01.100Z","msgid":"*-10","person":3,"nick":"Mai","user":"mai","host":"members.example","account":"mai","accountId":7,"room":"#Lobby","roomId":1,"kind":"notice","id":"ffffffffffffffffffffffffffffffff","about":9,"aboutKind":"reply","text":"two"}
            {"type":"said","time":"1970-01-01T00:00:01.110Z","msgid":"*-11","person":2,"nick":"Duy","user":"user","host":"guest","room":"#kitchen","roomId":2,"audience":"operators","kind":"message","id":"00000000000000000000000000000003","text":"three"}
            {"type":"said","time":"1970-01-01T00:00:01.120Z","msgid":"*-12","person":2,"nick":"Duy","user":"user","host":"guest","toPerson":3,"to":"Mai","toUser":"mai","toHost":"members.example","toAccount":"mai","toAccountId":7,"kind":"message","id":"00000000000000000000000000000004","text":"four"}
            {"type":"topic","time":"1970-01-01T00:00:01.130Z","msgid":"*-13","person":3,"nick":"Mai","user":"mai","host":"members.example","account":"mai","accountId":7,"room":"#Lobby","roomId":1,"text":"tea"}
            {"type":"renamed","time":"1970-01-01T00:00:01.140Z","msgid":"*-14","person":1,"nick":"Tuan","user":"user","host":"guest","newNick":"Tuan2"}
            {"type":"left","time":"1970-01-01T00:00:01.150Z","msgid":"*-15","person":2,"nick":"Duy","user":"user","host":"guest","room":"#kitchen","roomId":2,"reason":"lunch"}
            {"type":"detached","time":"1970-01-01T00:00:01.160Z","msgid":"*-16","server":1,"connection":4,"person":3,"nick":"Mai","user":"mai","host":"members.example","account":"mai","accountId":7,"why":"quit"}
            {"type":"attached","time":"1970-01-01T00:00:01.170Z","msgid":"*-17","server":1,"connection":5,"person":3,"nick":"Mai","user":"mai","host":"members.example","account":"mai","accountId":7}
            """;

        Assert.Equal(expected.ReplaceLineEndings("\n").Split('\n'), Lines(kept).Select(line => line.Replace(kept.Epoch, "*", StringComparison.Ordinal)));
    }

    [ContractFact]
    public void Moderation_is_what_was_done_by_those_who_keep_order_and_nothing_else()
    {
        using var kept = Keep([.. EveryEvent.Kept.Select((happened, i) => Sample.At(i + 1, happened))]);

        var lines = Lines(kept, All with { IsModeration = true });
        Assert.Equal(
            [
                "alarm", "announced", "banEnded", "banLifted", "banSet", "kicked", "killed", "maskEnded", "maskLifted", "maskSet", "operator", "overruled", "passwordChanged",
                "recoveryGiven", "registrationDecided",
            ],
            lines.Select(line => Field(line, "type")).Distinct().Order(StringComparer.Ordinal));
        // Who changes their own password keeps no order.
        Assert.All(lines.Where(line => Field(line, "type") == "passwordChanged"), line => Assert.Contains("\"nick\"", line, StringComparison.Ordinal));
    }

    [ContractFact]
    public void Every_kind_of_event_has_a_line_of_json()
    {
        using var kept = Keep([.. EveryEvent.Kept.Select((happened, i) => Sample.At(i + 1, happened))]);

        var lines = Lines(kept, All);
        Assert.Equal(EveryEvent.Kept.Count, lines.Length);
        Assert.All(lines, line => Assert.NotEqual("", Field(line, "type")));
        Assert.Contains(lines, line => line.Contains("\"text\":null", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"attributes\":[{\"name\":\"\\u002Bdraft/react\"", StringComparison.Ordinal));
    }

    [ContractTheory]
    [InlineData("#lobby", null, null, null, new long[] { 6, 7, 9, 10, 13 })]
    [InlineData("LOBBY", null, null, null, new long[] { 6, 7, 9, 10, 13 })]
    [InlineData("nowhere", null, null, null, new long[] { })]
    [InlineData(null, "MAI", null, null, new long[] { 4, 5, 7, 10, 12, 13, 16, 17 })]
    [InlineData("lobby", "mai", null, null, new long[] { 7, 10, 13 })]
    [InlineData(null, null, "1970-01-01T00:00:01.150Z", null, new long[] { 15, 16, 17 })]
    [InlineData(null, null, null, "1970-01-01T00:00:01.030Z", new long[] { 1, 2 })]
    [InlineData(null, null, "1970-01-01T07:00:01.101+07:00", "1970-01-01T00:00:01.121Z", new long[] { 11, 12 })]
    [InlineData("lobby", null, "1970-01-01T00:00:01.07", "1970-01-01T00:00:01.1", new long[] { 7, 9 })]
    [InlineData(null, null, "2026-11-20", null, new long[] { })]
    [InlineData(null, null, null, "1970-01-01", new long[] { })]
    public void Only_what_fits_all_that_is_asked_for(string? room, string? account, string? since, string? until, long[] numbers)
    {
        using var kept = Keep();
        var query = Parsed(room, account, since, until);

        Assert.Equal(numbers, Lines(kept, query).Select(line => long.Parse(Field(line, "msgid").Split('-')[1])));
    }

    [ContractTheory]
    [InlineData("a,b", null, null, null, "--room 'a,b' is no room's name")]
    [InlineData(null, "4u", null, null, "--account '4u' is no account's name")]
    [InlineData(null, null, "yesterday", null, "--since 'yesterday' is no time: write 2026-11-20")]
    [InlineData(null, null, null, "2026-13-01", "--until '2026-13-01' is no time")]
    [InlineData(null, null, "2026-11-20", "2026-11-20", "--since is not before --until")]
    public void What_can_not_be_meant_is_refused(string? room, string? account, string? since, string? until, string wrong) =>
        Assert.Contains(wrong, ExportQuery.Parse(room, account, since, until).Match(_ => "", refused => string.Join('\n', refused)), StringComparison.Ordinal);

    [ContractFact]
    public void All_that_is_wrong_is_said_at_once() => Assert.Equal(
        2, ExportQuery.Parse("a,b", null, "yesterday", null).Match(_ => 0, refused => refused.Count));

    [ContractFact]
    public void An_export_ends_at_an_event_that_can_not_be_read_and_names_it()
    {
        using var kept = Keep();
        kept.Execute("UPDATE events SET header = 'x' WHERE seq = 5");

        var refused = Assert.Throws<DataFolderException>(() => Lines(kept));
        Assert.Contains("event 5 can't be read", refused.Message, StringComparison.Ordinal);
    }

    private static ExportQuery All => Parsed(null, null, null, null);

    private static ExportQuery Parsed(string? room, string? account, string? since, string? until) =>
        ExportQuery.Parse(room, account, since, until).IfFail(wrong => throw new ArgumentException(string.Join('\n', wrong)));

    private static string[] Lines(Kept kept) => Lines(kept, All);

    private static string[] Lines(Kept kept, ExportQuery query)
    {
        using var output = new MemoryStream();
        Export.Write(kept.Place, query, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Field(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetString() ?? "";
    }
}
