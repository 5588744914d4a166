{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .Values.name }}
{{- end }}

{{- define "service.labels" -}}
{{ include "service.selector" . }}
app.kubernetes.io/part-of: touchstone
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "service.serviceName" -}}
{{ .Values.serviceName | default (printf "%s-service" .Values.name) }}
{{- end }}

{{- define "service.image" -}}
{{- $repository := printf "%s/%s" .Values.global.registry (.Values.image.repository | default .Values.name) -}}
{{- if .Values.image.digest -}}
{{ $repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ $repository }}:{{ .Values.image.tag }}
{{- end -}}
{{- end }}

{{/* Does the autoscaler decide on the number of pods? */}}
{{- define "service.scales" -}}
{{- if gt (int .Values.autoscaling.maximum) 0 }}yes{{ end -}}
{{- end }}

{{/* Entries of a map without those that an environment has removed by null, as JSON. */}}
{{- define "service.present" -}}
{{- $present := dict }}
{{- range $name, $value := . }}
{{- if not (kindIs "invalid" $value) }}{{ $_ := set $present $name $value }}{{ end }}
{{- end }}
{{- toJson $present }}
{{- end }}
