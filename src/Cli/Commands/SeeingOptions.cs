using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli;

/// <summary>The options of `chatroom serve` that say what it shows of itself.</summary>
internal static class SeeingOptions
{
    private static readonly Option<int> HttpPort = CommonOptions.Number(
        "--http-port", "PORT", "show /metrics, /health and /ready over HTTP on this port; 0 takes a free one; without it nothing is shown", 0, 0, 65_535);

    private static readonly Option<string> HttpHost = CommonOptions.Host("--http-host", "the address for --http-port");

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

    public static void AddTo(Command command, Option<bool> insecure, Func<string, bool> isLoopback)
    {
        foreach (var option in new Option[] { HttpPort, HttpHost, LogFormat, LogLevels })
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (!IsGiven(result, HttpPort) && IsGiven(result, HttpHost))
                result.AddError("--http-host is for HTTP; add --http-port");
            else if (result.GetValue(HttpHost) is { } host && !isLoopback(host) && !result.GetValue(insecure))
                result.AddError($"--http-host {host} can be reached by others, and there is no TLS; leave it out, or add --insecure if that is meant");
        });
    }

    public static ServeSeeing Read(ParseResult parsed) => new(
        IsGiven(parsed.CommandResult, HttpPort) ? (parsed.GetRequiredValue(HttpHost), parsed.GetRequiredValue(HttpPort)) : null,
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
