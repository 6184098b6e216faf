using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using ChatRoom.Client.Text;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Serve;

/// <summary>The options of `chatroom serve` that say what it shows of itself.</summary>
internal static class MonitoringOptions
{
    private static readonly Option<int> HttpPort = CommonOptions.Number(
        "--http-port", "PORT", "show /metrics, /health and /ready over HTTP on this port; 0 takes a free one", 0, 0, 65_535);

    private static readonly Option<IPAddress> HttpHost = new("--http-host")
    {
        Description = "the address for --http-port",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            var given = result.Tokens[^1].Value;
            if (IPAddress.TryParse(given, out var address))
                return address;
            result.AddError($"--http-host '{TerminalText.Sanitize(given)}' is no address, such as 127.0.0.1 or 0.0.0.0");
            return IPAddress.Loopback;
        },
    };

    private static readonly Option<string> LogFormat = new Option<string>("--log-format")
    {
        Description = "logs for people, or as a JSON object a line for programs",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json");

    private static readonly Option<string> LogLevels = new Option<string>("--log-level")
    {
        Description = "the least that is logged; debug tells of every connection",
        HelpName = "debug|info|warning|error",
        DefaultValueFactory = _ => "info",
    }.AcceptOnlyFromAmong("debug", "info", "warning", "error");

    /// <summary>Without the option nothing is shown, so the help must not name a default.</summary>
    static MonitoringOptions() => HttpPort.DefaultValueFactory = null;

    public static void AddTo(Command command, Option<bool> insecure)
    {
        foreach (var option in new Option[] { HttpPort, HttpHost, LogFormat, LogLevels })
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (!IsGiven(result, HttpPort) && IsGiven(result, HttpHost))
                result.AddError("--http-host is for HTTP; add --http-port");
            // By the word itself: to ask for the value of one that is no address throws, and its own parser says what is wrong.
            else if (result.GetResult(HttpHost) is { Tokens: [.., var word] } && IPAddress.TryParse(word.Value, out var host)
                && !IPAddress.IsLoopback(host) && !result.GetValue(insecure))
                result.AddError($"--http-host {host} can be reached by others, and there is no TLS; leave it out, or add --insecure if that is meant");
        });
    }

    public static ServeMonitoring Read(ParseResult parsed) => new(
        IsGiven(parsed.CommandResult, HttpPort) ? new IPEndPoint(parsed.GetRequiredValue(HttpHost), parsed.GetRequiredValue(HttpPort)) : null,
        parsed.GetRequiredValue(LogFormat) == "json",
        parsed.GetRequiredValue(LogLevels) switch
        {
            "debug" => LogLevel.Debug,
            "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            _ => LogLevel.Information,
        });

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
