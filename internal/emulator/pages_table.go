package emulator

import "html/template"

// The pages of shops: what is read of them, and enough around it that nobody finds it by accident.
var (
	bandcampReleasePage = template.Must(template.New("bandcamp").Parse(`<!DOCTYPE html>
<html xmlns:og="http://opengraphprotocol.org/schema/" lang="en">
<head>
    <title>{{.Tralbum.Current.Title}} | {{.Tralbum.Artist}}</title>
    <meta name="description" content="{{.Description}}">
    <meta property="og:title" content="{{.Tralbum.Current.Title}}, by {{.Tralbum.Artist}}">
    <meta property="og:type" content="{{.Tralbum.Type}}">
    <meta property="og:site_name" content="{{.Band.Name}}">
    <meta property="og:description" content="{{.Description}}">
    <meta property="og:url" content="{{.Tralbum.URL}}">
    <script type="text/javascript" src="https://s4.bcbits.com/bundle/tralbum_head.js" data-cart="{{"{}"}}" data-band="{{.BandJSON}}" data-tralbum="{{.TralbumJSON}}"></script>
</head>
<body>
<div id="pgBd">
    <h2 class="trackTitle">{{.Tralbum.Current.Title}}</h2>
    <h3>by <span><a href="https://{{.Subdomain}}.bandcamp.com">{{.Tralbum.Artist}}</a></span></h3>
    <h3 class="license-label">license</h3>
    <div id="license" class="info license">
{{- if .Licence}}
        <a class="cc-icons" href="{{.Licence}}" rel="license">Some rights reserved</a>
{{- else}}
        <span class="cc-icons commercial"></span>all rights reserved
{{- end}}
    </div>
</div>
</body>
</html>
`))

	bandcampPlayerPage = template.Must(template.New("player").Parse(`<!DOCTYPE HTML>
<html>
<head>
    <meta name="viewport" content="width=device-width,height=500">
    <script type="text/javascript" src="https://s4.bcbits.com/embedded_player.js" data-templ-globals="{{"{}"}}" data-player-data="{{.}}"></script>
</head>
<body class="player"></body>
</html>
`))

	bandcampArtistPage = template.Must(template.New("artist").Parse(`<!DOCTYPE html>
<html lang="en">
<head>
    <title>Music | {{.Band.Name}}</title>
    <meta property="og:type" content="band">
    <script type="text/javascript" src="https://s4.bcbits.com/bundle/music_grid.js" data-band="{{.BandJSON}}"></script>
</head>
<body>
<ol id="music-grid" class="music-grid">
{{- range .Releases}}
    <li data-item-id="{{.ItemID}}" data-band-id="{{$.Band.ID}}" class="music-grid-item">
        <a href="{{.Path}}"><p class="title">{{.Title}}</p></a>
    </li>
{{- end}}
</ol>
</body>
</html>
`))

	beatportPage = template.Must(template.New("beatport").Parse(`<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><meta name="bp-env" content="production"/>
<link rel="preload" href="/icons/sprite.svg" as="image"/></head><body><div id="__next"></div>
<script id="__NEXT_DATA__" type="application/json">{{.}}</script></body></html>
`))

	moraPackagePage = template.Must(template.New("mora").Parse(`<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="UTF-8" />
<meta name="description" content="{{.Title}}" />
<meta name="msApplication-Arguments" content="{{.Arguments}}" />
<title>{{.Title}} - mora</title>
</head>
<body></body>
</html>
`))

	ototoyPackagePage = template.Must(template.New("ototoy").Parse(`<!doctype html>
<html><head><meta charset="utf-8"><title>{{.Title}}</title></head><body><div id="content"><div class="album-wrapper"><div class="album-box">
<div class="album-rows top clearfix">
<div class="album-artwork"><button name="artwork-modal" type="button"><figure><img src="{{.Image}}" class="photo" alt="{{.Title}}" width="240" height="240"/></figure></button></div>
<div class="album-meta-data need-login">
<h1 class="album-title">{{.Title}}</h1>
<p class="album-artist">
{{- range .Artists}}
<span class="album-artist"> <a href="{{.Path}}"> <i class="fa fa-user"></i> {{.Name}} </a></span>
{{- end}}
</p>
<div class="detail">
{{- range .Dates}}
<p class="release-day">{{.Label}}: {{.Date}}</p>
{{- end}}
{{- if .Label}}
<p class="label-name">{{.Words.Label}}: <a href="{{.LabelPath}}">{{.Label}}</a></p>
{{- end}}
{{- if .Catalogue}}
<p class="catalog-id">{{.Words.Catalogue}}: {{.Catalogue}}</p>
{{- end}}
<p class="total-duration">Total runtime: {{.Runtime}}</p>
</div>
</div>
</div>
<div class="album-rows second clearfix"><div class="album-tracks">
<table class="tracklist" id="tracklist">
<tr><th></th><th></th><th>Title</th><th class="item center">Duration</th><th>Price</th></tr>
{{- range .Rows}}
{{- if .Disc}}
<tr class="disc-row"><td colspan="5">DISC {{.Disc}}</td></tr>
{{- else}}
<tr class="">
<td class="num center"> {{.Number}} </td>
<td class="play-btn center"><span></span></td>
<td class="item">
<span id="title-{{.ID}}">{{.Title}}</span>
{{- if .Artists}}
<span> -- {{range .Artists}}<a class="artist" href="{{.Path}}">{{.Name}}</a>{{end}}</span>
{{- end}}
<span class="spec">wav,flac,alac: 24bit/96kHz</span>
</td>
<td class="item center">{{.Length}}</td>
<td class="item center"><span>N/A</span></td>
</tr>
{{- end}}
{{- end}}
</table>
</div></div></div></div></div></body></html>
`))
)
