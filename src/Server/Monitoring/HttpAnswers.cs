using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatRoom.Server.Monitoring;

/// <summary>
/// What is answered over HTTP, without a web framework: three pages that are read. Nothing can be changed here, and nothing is said
/// about people, rooms or addresses.
/// </summary>
/// <param name="look">Finds out how the server is.</param>
public sealed class HttpAnswers(MetricsReader readings, Func<Task<HealthStatus>> look) : IHttpApplication<IFeatureCollection>
{
    private const string Json = "application/json";

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception) { }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var answer = await Answer(request).ConfigureAwait(false);
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        response.Headers.ContentType = answer.Type;
        response.Headers.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (answer.Status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = "GET, HEAD";
        if (request.Method != "HEAD")
            await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body).ConfigureAwait(false);
    }

    private async Task<Answered> Answer(IHttpRequestFeature request)
    {
        if (request.Path is not ("/metrics" or "/health" or "/ready"))
            return new Answered(StatusCodes.Status404NotFound, "text/plain", "There is /metrics, /health and /ready here.\n");
        if (request.Method is not ("GET" or "HEAD"))
            return new Answered(StatusCodes.Status405MethodNotAllowed, "text/plain", $"{request.Path} can only be read: use GET.\n");
        if (request.Path == "/metrics")
            return new Answered(StatusCodes.Status200OK, PrometheusText.ContentType, PrometheusText.Write(readings.Collect()));
        var condition = await look().ConfigureAwait(false);
        return request.Path == "/health"
            ? new Answered(Status(condition.IsAlive), Json, condition.HealthJson())
            : new Answered(Status(condition.IsReady), Json, condition.ReadyJson());
    }

    private static int Status(bool isWell) => isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

    private sealed record Answered(int Status, string Type, string Body);
}
